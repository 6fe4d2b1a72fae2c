package pokemon.cli.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * The width of the terminal. It follows the window on systems with the signal WINCH.
 *
 * <p>A JVM cannot ask the terminal, so {@code stty} does.
 */
public final class WindowSize implements IntSupplier {
    private static final File TERMINAL = new File("/dev/tty");

    private volatile int columns;

    private WindowSize(int columns) {
        this.columns = columns;
    }

    /** Returns the width of a terminal, and follows it if a line is redrawn there. */
    public static WindowSize of(Terminal terminal) {
        WindowSize size = new WindowSize(terminal.columns());
        if (terminal.interactive() && TERMINAL.exists()) {
            size.follow();
        }
        return size;
    }

    @Override
    public int getAsInt() {
        return columns;
    }

    /** By reflection, since {@code sun.misc} is no API, and the compiler warns of its use. */
    private void follow() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            // The JDK calls no other method of a handler.
            Object update = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        update();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("WINCH"), update);
        } catch (ReflectiveOperationException e) {
            // The width stays what it was at the start.
            return;
        }
    }

    private void update() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out = stty.inputReader(StandardCharsets.US_ASCII)) {
                String line = out.readLine();
                if (line != null && line.matches("[0-9]+ [1-9][0-9]*")) {
                    columns = Integer.parseInt(line.split(" ", -1)[1]);
                }
            }
        } catch (IOException e) {
            // The width stays what it was.
            return;
        }
    }
}
