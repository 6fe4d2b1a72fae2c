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

/** A Java agent that lets a child JVM come to grief when it is given a certain id. */
public final class DyingChild {
    private static volatile boolean throwing;

    private DyingChild() {}

    /**
     * Returns the JVM argument that puts the agent into a child.
     *
     * @param scratch takes the agent, and notes who has died already
     * @param fates what happens at which id, such as {@code 3=exit 42}; with {@code *} in front each time, else once.
     *     {@code start-3=signal KILL} is the fate of the third child while it starts
     */
    static String argument(Path scratch, String... fates) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", DyingChild.class.getName());
        // The class itself is on the class path already.
        Path jar = scratch.resolve("dying-child.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return "--jvm-arg=-javaagent:" + jar + "=" + scratch + ";" + String.join(";", fates);
    }

    /** Is called before the child's own main method. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        String[] words = arguments.split(";", -1);
        Map<String, String> fates = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] fate = words[i].split("=", 2);
            fates.put(fate[0], fate[1]);
        }
        if (fates.keySet().stream().anyMatch(key -> key.startsWith("start-"))) {
            start(Path.of(words[0]), fates);
        }
        instrumentation.addTransformer(new Breaker());
        System.setIn(new Orders(System.in, Path.of(words[0]), fates));
    }

    private static void start(Path scratch, Map<String, String> fates) {
        int number = 1;
        while (!isFirst(scratch, "start-" + number)) {
            number++;
        }
        try {
            meet(fates.getOrDefault("start-" + number, "note"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFirst(Path scratch, String what) {
        try {
            Files.writeString(
                    scratch.resolve("met-" + what),
                    String.valueOf(ProcessHandle.current().pid()),
                    StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the first PNG that this JVM checks end in an error that nobody expects. */
    private static final class Breaker implements ClassFileTransformer {
        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
            boolean needed = throwing && name != null && name.startsWith("pokemon/png/");
            return needed ? new byte[] {0} : null;
        }
    }

    /** The child's orders, read over its shoulder: each id comes as a line in a read of its own. */
    private static final class Orders extends FilterInputStream {
        private final Path scratch;
        private final Map<String, String> fates;

        Orders(InputStream in, Path scratch, Map<String, String> fates) {
            super(in);
            this.scratch = scratch;
            this.fates = fates;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            String id = new String(bytes, offset, Math.max(0, count), StandardCharsets.US_ASCII).strip();
            String fate = fates.getOrDefault(id, "");
            if (fate.startsWith("*")) {
                meet(fate.substring(1));
            } else if (!fate.isEmpty() && isFirst(scratch, id)) {
                meet(fate);
            }
            return count;
        }
    }

    private static void meet(String fate) throws IOException {
        String[] words = fate.split(" ", 2);
        switch (words[0]) {
            case "note" -> {
                // Who was given the id is in the file that tells the first time.
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
                // As the JVM itself writes: past System.out, and not always whole lines.
                FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);
                stdout.write("ready\n1 saved 99\n\u0001\nno end of line".getBytes(StandardCharsets.US_ASCII));
            }
            default -> throw new IllegalArgumentException(fate);
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
