package dev.porchlight.acceptance.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code porchlight} command that runs as a process of its own. */
final class Command implements AutoCloseable {
    private static final int MINUTES = 2;

    private final Process process;
    private final Path err;
    private final BufferedReader out;
    private final StringBuilder printed = new StringBuilder();

    private Command(Process process, Path err) {
        this.process = process;
        this.err = err;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** How a command ended. */
    record Ended(int status, String out, String err) {}

    static Command start(Path folder, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.porchlight.cli.Main"));
        line.addAll(List.of(arguments));
        try {
            Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PORCHLIGHT_"));
            builder.redirectInput(new File("/dev/null"));
            return new Command(builder.start(), err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ended run(Path folder, String... arguments) {
        try (Command command = start(folder, arguments)) {
            return command.end();
        }
    }

    /** Reads on until a line that begins so; answers the rest of that line. */
    String await(String beginning) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                printed.append(line).append('\n');
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
            throw new IllegalStateException("no line begins with " + beginning + ": " + end());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    void signal(String name) {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    /** Waits for the end. */
    Ended end() {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                printed.append(line).append('\n');
            }
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("still running: " + printed);
            }
            return new Ended(process.exitValue(), printed.toString(), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void run(String... line) {
        try {
            int status = new ProcessBuilder(line).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", line) + " ended with " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
