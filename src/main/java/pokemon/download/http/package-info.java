/**
 * Requests and answers.
 *
 * <p>{@link pokemon.download.http.Fetcher} follows redirects, {@link pokemon.download.http.RequestSender} sends one
 * request and reads its body, and two mappers turn statuses and exceptions into outcomes.
 */
package pokemon.download.http;
