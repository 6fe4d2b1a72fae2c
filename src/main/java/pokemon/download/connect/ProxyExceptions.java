package pokemon.download.connect;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The hosts of {@code no_proxy}, read as curl reads them: names, domains, addresses and ranges of addresses. */
final class ProxyExceptions {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*");
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    private ProxyExceptions() {}

    /** Returns whether a host is among the entries of a list that commas or blanks separate. */
    static boolean contain(String list, String host) {
        String name = bare(host);
        for (String entry : list.split("[, \t]+", -1)) {
            if (matches(bare(entry), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String name) {
        boolean isName = entry.equals("*") || (!entry.isEmpty() && (name.equals(entry) || name.endsWith("." + entry)));
        return isName || isWithin(entry, name);
    }

    // A leading dot, a final dot, upper case and the brackets of IPv6 addresses make no difference.
    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT)
                .replaceFirst("^[.\\[]", "")
                .replaceFirst("[.\\]]$", "")
                .replace("]/", "/");
    }

    /** Returns whether an address is of a range such as {@code 10.0.0.0/8}; a range of no bits is one address. */
    private static boolean isWithin(String range, String name) {
        String[] parts = range.split("/", -1);
        if (parts.length > 2
                || !ADDRESS.matcher(name).matches()
                || !ADDRESS.matcher(parts[0]).matches()) {
            return false;
        }
        byte[] network = bytes(parts[0]);
        byte[] address = bytes(name);
        int all = 8 * address.length;
        int bits = parts.length == 2 && BITS.matcher(parts[1]).matches() ? Integer.parseInt(parts[1]) : 0;
        if (network.length != address.length || network.length == 0 || bits > all) {
            return false;
        }
        int rest = bits == 0 ? 0 : all - bits;
        return new BigInteger(1, network).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
    }

    private static byte[] bytes(String literal) {
        try {
            // Never looked up, for it is no name.
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
