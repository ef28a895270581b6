package dev.porchlight.acceptance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code porchlight serve} in a process of its own, on a free port, from when it is ready. Closing it kills it. */
final class ServerProcess implements AutoCloseable {
    static final String TOKEN = "the-administrator-of-the-acceptance-tests";

    private static final String WINDOW = "--update-window";
    private static final String READY = "Porchlight is ready at ";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private final URI uri;

    private ServerProcess(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader();
        this.uri = ready(out.readLine());
    }

    /** Serves the folder with the administrator's {@link #TOKEN}, and without the window between two updates unless an option sets it. */
    static ServerProcess serve(Path data, String... options) throws IOException {
        return serve(data, 0, options);
    }

    /** A node of a shared store, on a port that others know it by. */
    static ServerProcess node(Path data, int port, String store, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--store", "valkey", "--valkey", store));
        all.addAll(List.of(options));
        return serve(data, port, all.toArray(String[]::new));
    }

    private static ServerProcess serve(Path data, int port, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("serve", "--port", "" + port, "--data", data.toString(), "--admin-token", TOKEN));
        if (!List.of(options).contains(WINDOW)) {
            arguments.addAll(List.of(WINDOW, "0s"));
        }
        arguments.addAll(List.of(options));
        return start(arguments);
    }

    /** Any command that says where it is ready. */
    static ServerProcess start(List<String> arguments) throws IOException {
        Path errors = Files.createTempFile("porchlight-", ".err");
        return new ServerProcess(
                Command.porchlight(arguments).redirectError(errors.toFile()).start(), errors);
    }

    private URI ready(@Nullable String line) {
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new AssertionError("not ready, but: " + line + "\n" + errors());
        }
        return URI.create(line.substring(READY.length()));
    }

    URI uri() {
        return uri;
    }

    /** What it prints after the line that says it is ready, up to and including a line. */
    String printedTo(String last) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.append(line).append('\n');
            if (line.equals(last)) {
                return printed.toString();
            }
        }
        throw new AssertionError("no line \"" + last + "\" in:\n" + printed);
    }

    Connection connect() throws IOException {
        return new Connection(uri, TOKEN);
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        // By its handle: the process itself would close the streams.
        process.toHandle().destroyForcibly();
    }

    /** SIGSTOP, until {@link #resume}: it stands still with its connections open. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, "" + process.pid())
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("kill -" + name + " ended with " + status);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for the end. Answers the exit status. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end; it said:\n" + errors());
        }
        return process.exitValue();
    }

    /** SIGTERM, and the exit status. */
    int stop() throws InterruptedException {
        terminate();
        return exit();
    }

    /** Standard error so far. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(errors);
    }
}
