package pokemon.child;

import java.lang.reflect.InvocationTargetException;

/**
 * Signals that reach a whole process group, such as Ctrl-C in a terminal.
 *
 * <p>The JDK has no public way to ignore one; {@code sun.misc.Signal} of the module {@code jdk.unsupported} is the way
 * that it supports (JEP 260). It is called by name because its use causes a compiler warning that cannot be suppressed.
 */
final class Signals {
    private static final String[] STOPS = {"INT", "TERM", "HUP"};

    private Signals() {}

    /**
     * Ignores the signals that stop a process. The parent gets them too, and closes the pipe. If this JVM died by
     * itself, the parent would replace it.
     */
    static void ignoreStops() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignore = handler.getField("SIG_IGN").get(null);
            for (String name : STOPS) {
                ignore(signal, handler, ignore, name);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM has no sun.misc.Signal", e);
        }
    }

    private static void ignore(Class<?> signal, Class<?> handler, Object ignore, String name)
            throws ReflectiveOperationException {
        try {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw e;
            }
            // This system has no such signal (HUP on Windows), or the JVM runs with -Xrs: nothing to ignore.
        }
    }
}
