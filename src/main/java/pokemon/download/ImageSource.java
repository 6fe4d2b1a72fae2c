package pokemon.download;

import java.net.URI;
import java.util.regex.Pattern;
import pokemon.directory.ImageName;
import pokemon.download.address.UriReference;
import pokemon.download.http.Redirect;

/**
 * Where images come from: a URL template with the place of the id.
 *
 * @param template an absolute http or https URL that holds <code>{id}</code>
 */
public record ImageSource(String template) {
    /** The public site. */
    public static final ImageSource WEB =
            new ImageSource("https://assets.pokemon.com/assets/cms2/img/pokedex/detail/{id}.png");

    private static final String ID = "{id}";
    private static final Pattern LOCAL = Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    /**
     * Checks the template.
     *
     * @throws IllegalArgumentException when it is not such a URL; the message says why
     */
    public ImageSource {
        if (!template.contains(ID)) {
            throw new IllegalArgumentException("'" + template + "' has no {id} in it");
        }
        // Before anything that repeats the address in a message.
        if (template.matches("(?s)[^/?#\\\\]*[/\\\\]{2}[^/?#\\\\]*@.*")) {
            throw new IllegalArgumentException(
                    "a login in the address is not sent to the server; try --header 'Authorization: Basic ...'");
        }
        URI uri;
        try {
            uri = address(template, 1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + template + "' is not a URL: " + e.getMessage(), e);
        }
        if (template.contains("#")) {
            throw new IllegalArgumentException("'" + template + "' has a #, and what follows it is never sent");
        }
        if (uri.getHost() == null && uri.getRawAuthority() != null && template.matches("(?i)https?://.*")) {
            throw new IllegalArgumentException("'" + template + "' cannot be used: " + UriReference.whyNoHost(uri));
        }
        // The id belongs behind the host: "http://{id}.png" is a base address without one.
        if (uri.getHost() == null || !template.matches("(?i)https?://[^/?#{]+[/?].*")) {
            throw new IllegalArgumentException("'" + template + "' is not an http:// or https:// URL with a host");
        }
        if (uri.getPort() > 65_535) {
            throw new IllegalArgumentException("'" + template + "' has a port above 65535");
        }
    }

    /**
     * Reads a template or a base URL, to which <code>{id}.png</code> is appended.
     *
     * @throws IllegalArgumentException when the text is neither; the message says why
     */
    public static ImageSource parse(String text) {
        if (text.contains(ID)) {
            return new ImageSource(text);
        }
        return new ImageSource(text + (text.endsWith("/") ? "" : "/") + ID + ".png");
    }

    /** Returns the address of one image; the id has at least three digits there. */
    public URI uri(int id) {
        return address(template, id);
    }

    /** Returns whether the images of another source have the same scheme, host and port. */
    public boolean isSameOrigin(ImageSource other) {
        return Redirect.isSameOrigin(uri(1), other.uri(1));
    }

    /** Returns whether the images come from this machine: the host is localhost or an address of loopback. */
    public boolean isLocal() {
        return LOCAL.matcher(uri(1).getHost()).matches();
    }

    private static URI address(String template, int id) {
        return UriReference.parse(template.replace(ID, ImageName.digits(id)));
    }
}
