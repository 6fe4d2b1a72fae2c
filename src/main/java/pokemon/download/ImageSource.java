package pokemon.download;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.directory.ImageName;
import pokemon.download.address.UriReference;
import pokemon.download.http.Redirect;

/**
 * Where images come from: a URL template with the place of the id.
 *
 * @param template an absolute http or https URL that holds <code>{id}</code>, for the id with at least three digits, or
 *     <code>{n}</code>, for the id without leading zeros
 */
public record ImageSource(String template) {
    private static final String ID = "{id}";
    private static final String NUMBER = "{n}";
    private static final Pattern ONE_IMAGE = Pattern.compile("(.*/)([0-9]+)(\\.[A-Za-z][A-Za-z0-9]{2,3})");
    private static final Pattern LOCAL = Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    /** Throws an {@link IllegalArgumentException} that says why when the template is no such URL. */
    public ImageSource {
        if (!hasPlace(template)) {
            throw new IllegalArgumentException("'" + template + "' has neither {id} nor {n} in it");
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
     * @throws IllegalArgumentException when the text is neither; the message quotes it and says why
     */
    public static ImageSource parse(String text) {
        if (hasPlace(text)) {
            return new ImageSource(text);
        }
        Matcher one = ONE_IMAGE.matcher(text);
        if (one.matches()) {
            String place = one.group(2).length() < ImageName.DIGITS ? NUMBER : ID;
            ImageSource all = new ImageSource(one.group(1) + place + one.group(3));
            throw new IllegalArgumentException(
                    "'" + text + "' is the address of one image; did you mean " + all.template + "?");
        }
        String template = text + (text.endsWith("/") ? "" : "/") + ID + ".png";
        try {
            return new ImageSource(template);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage().replace("'" + template + "'", "'" + text + "'"), e);
        }
    }

    private static boolean hasPlace(String text) {
        return text.contains(ID) || text.contains(NUMBER);
    }

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
        return UriReference.parse(template.replace(ID, ImageName.digits(id)).replace(NUMBER, String.valueOf(id)));
    }
}
