package pokemon.download;

import java.io.IOException;
import java.util.List;

/** Carries which addresses of a host were tried in vain, and how the last one failed. */
final class TriedAddressesException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<String> addresses;

    TriedAddressesException(List<String> addresses, Throwable cause) {
        super(cause);
        this.addresses = addresses;
    }

    List<String> addresses() {
        return addresses;
    }
}
