package pokemon.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the build wrote it. */
public final class Version implements IVersionProvider {
    /** Returns the version, such as 1.0.0. */
    public static String number() {
        return properties().getProperty("version");
    }

    /** Returns what requests say about the program: its name and version, and whom to ask about it. */
    public static String userAgent() {
        Properties build = properties();
        return "pokemon/" + build.getProperty("version") + " (" + build.getProperty("contact") + ")";
    }

    private static Properties properties() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's version cannot be read", e);
        }
        return build;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"pokemon " + number()};
    }
}
