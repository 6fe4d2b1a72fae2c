package pokemon.download.address;

import java.io.IOException;
import java.util.List;

/** Carries which addresses of a host were tried in vain, and how the last one failed. */
public final class TriedAddressesException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<String> addresses;

    /** Tells which addresses were tried before the last failure. */
    public TriedAddressesException(List<String> addresses, Throwable cause) {
        super(cause);
        this.addresses = addresses;
    }

    /** Returns the addresses in the order in which they were tried. */
    public List<String> addresses() {
        return addresses;
    }
}
