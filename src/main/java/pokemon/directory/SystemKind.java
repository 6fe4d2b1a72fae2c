package pokemon.directory;

import java.io.File;

/** The kind of the operating system, where it makes a difference. */
public final class SystemKind {
    private SystemKind() {}

    public static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
