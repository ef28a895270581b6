package dev.porchlight.reference.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What runs the samples of a language. */
interface Tool {
    int SECONDS = 60;

    /** Whether it is installed. */
    boolean isThere();

    /**
     * Runs all samples; each gets a file in the folder, where {@code f.txt} lies.
     *
     * @param samples by their key, a word
     */
    void run(Path folder, Map<String, String> samples) throws IOException;

    static boolean isInPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** One process; its output goes to a file of the key's name. */
    static void process(Path folder, String key, List<String> command) {
        try {
            Path output = folder.resolve(key + ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("NODE_PATH", "/usr/share/nodejs");
            builder.environment().put("GOFLAGS", "-mod=mod");
            builder.environment().put("GO111MODULE", "off");
            Process process = builder.start();
            if (!process.waitFor(SECONDS * 4, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                Files.writeString(output, "did not end in " + SECONDS * 4 + " s");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A process for each sample, two at a time. */
    record Interpreter(String probe, String ending, List<String> command) implements Tool {
        static Interpreter of(String ending, String... command) {
            return new Interpreter(command[0], ending, List.of(command));
        }

        @Override
        public boolean isThere() {
            return probe.startsWith("/") ? Files.isExecutable(Path.of(probe)) : isInPath(probe);
        }

        @Override
        public void run(Path folder, Map<String, String> samples) throws IOException {
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                for (Map.Entry<String, String> sample : samples.entrySet()) {
                    Path file = folder.resolve(sample.getKey() + ending);
                    Files.writeString(file, sample.getValue());
                    two.execute(() -> process(
                            folder,
                            sample.getKey(),
                            java.util.stream.Stream.concat(
                                            command.stream(),
                                            java.util.stream.Stream.of(
                                                    file.getFileName().toString()))
                                    .toList()));
                }
            }
        }
    }
}
