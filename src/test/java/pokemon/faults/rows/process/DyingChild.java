package pokemon.faults.rows.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import pokemon.launch.ToolProcess;

/** A Java agent that breaks a child JVM when it gets a certain id. */
public final class DyingChild {
    private static volatile boolean throwing;

    private DyingChild() {}

    /**
     * Returns the JVM argument that puts the agent into a child.
     *
     * @param scratch takes the agent, and a file for each fault that was performed
     * @param faults what happens at which id, such as {@code 3=exit 42}; with {@code *} in front each time, else once.
     *     {@code start-3=signal KILL} happens to the third child while it starts
     */
    static String argument(Path scratch, String... faults) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", DyingChild.class.getName());
        // The class itself is already on the class path.
        Path jar = scratch.resolve("dying-child.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return "--jvm-arg=-javaagent:" + jar + "=" + scratch + ";" + String.join(";", faults);
    }

    /** Runs before the child's own main method. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        String[] words = arguments.split(";", -1);
        Map<String, String> faults = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] fault = words[i].split("=", 2);
            faults.put(fault[0], fault[1]);
        }
        if (faults.keySet().stream().anyMatch(key -> key.startsWith("start-"))) {
            start(Path.of(words[0]), faults);
        }
        instrumentation.addTransformer(new Breaker());
        System.setIn(new Requests(System.in, Path.of(words[0]), faults));
    }

    private static void start(Path scratch, Map<String, String> faults) {
        int number = 1;
        while (!isFirst(scratch, "start-" + number)) {
            number++;
        }
        try {
            perform(faults.getOrDefault("start-" + number, "note"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFirst(Path scratch, String what) {
        try {
            Files.writeString(
                    scratch.resolve("done-" + what),
                    String.valueOf(ProcessHandle.current().pid()),
                    StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the first PNG check of this JVM end in an unexpected error. */
    private static final class Breaker implements ClassFileTransformer {
        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
            boolean needed = throwing && name != null && name.startsWith("pokemon/png/");
            return needed ? new byte[] {0} : null;
        }
    }

    /** The child's standard input: each id comes as a line in a read of its own. */
    private static final class Requests extends FilterInputStream {
        private final Path scratch;
        private final Map<String, String> faults;

        Requests(InputStream in, Path scratch, Map<String, String> faults) {
            super(in);
            this.scratch = scratch;
            this.faults = faults;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            String id = new String(bytes, offset, Math.max(0, count), StandardCharsets.US_ASCII).strip();
            String fault = faults.getOrDefault(id, "");
            if (fault.startsWith("*")) {
                perform(fault.substring(1));
            } else if (!fault.isEmpty() && isFirst(scratch, id)) {
                perform(fault);
            }
            return count;
        }
    }

    private static void perform(String fault) throws IOException {
        String[] words = fault.split(" ", 2);
        switch (words[0]) {
            case "note" -> {
                // isFirst() has noted the child.
            }
            case "exit" -> System.exit(Integer.parseInt(words[1]));
            case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(words[1]));
            case "signal" -> {
                ToolProcess.signal(words[1], ProcessHandle.current().pid());
                hang();
            }
            case "hang" -> hang();
            case "throw" -> throwing = true;
            case "memory" -> exhaustMemory();
            case "flood" -> System.err.print("this line is one of very many\n".repeat(100_000));
            case "noise" -> {
                // As the JVM writes: past System.out, and not always whole lines.
                FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);
                stdout.write("ready\n1 saved 99\n\u0001\nno end of line".getBytes(StandardCharsets.US_ASCII));
            }
            default -> throw new IllegalArgumentException(fault);
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void exhaustMemory() {
        List<long[]> blocks = new ArrayList<>();
        while (!blocks.contains(new long[0])) {
            blocks.add(new long[1 << 20]);
        }
    }
}
