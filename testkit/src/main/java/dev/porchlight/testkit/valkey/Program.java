package dev.porchlight.testkit.valkey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that can be killed, stopped and started again, and never outlives this JVM. */
final class Program implements AutoCloseable {
    private final Path folder;
    private final List<String> line;
    private @Nullable Process process;

    Program(Path folder, List<String> arguments, String... names) {
        this.folder = folder;
        String name = found(names)
                .orElseThrow(() -> new IllegalStateException("not installed: " + names[0]))
                .toString();
        this.line = new ArrayList<>(List.of(name));
        this.line.addAll(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The first of these that is on the path. */
    static Optional<Path> found(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
                        .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void start() {
        try {
            process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mustLive() {
        if (!running().isAlive()) {
            throw new IllegalStateException(line.getFirst() + " ended: " + output());
        }
    }

    String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        Process killed = running();
        killed.destroyForcibly();
        try {
            killed.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void signal(String name) {
        run("kill", "-" + name, "" + running().pid());
    }

    static void run(String... command) {
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(line.getFirst() + " was not started");
        }
        return process;
    }
}
