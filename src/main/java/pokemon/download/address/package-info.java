/** Where a request goes: parsing of URLs, name lookups, the addresses of a host and the order they are tried in. */
package pokemon.download.address;
