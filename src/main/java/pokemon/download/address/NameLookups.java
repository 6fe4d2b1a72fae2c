package pokemon.download.address;

import java.security.Security;

/** How this JVM looks up the names of hosts. */
public final class NameLookups {
    private static final String TTL = "networkaddress.cache.negative.ttl";

    /** The same setting as a system property, which the JDK reads only where the security property is missing. */
    private static final String LEGACY_TTL = "sun.net.inetaddr.negative.ttl";

    /** The value of the JDK's own configuration file, in seconds. */
    private static final String SHIPPED = "10";

    private NameLookups() {}

    /**
     * Lets each lookup ask the system, also after one that failed. To be called before the first lookup, since the JDK
     * reads the setting once.
     *
     * <p>The JDK remembers a failure for ten seconds, which is longer than all attempts at an image. A value that the
     * user set in a configuration file or as a system property stays.
     */
    public static void neverRememberFailures() {
        String chosen = System.getProperty(TTL, System.getProperty(LEGACY_TTL));
        if (chosen != null) {
            Security.setProperty(TTL, chosen);
        } else if (SHIPPED.equals(Security.getProperty(TTL))) {
            Security.setProperty(TTL, "0");
        }
    }
}
