package dev.porchlight.bench.run;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own. Closing it asks it to stop, and waits. */
public final class Running implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final Launch launch;
    private final Process process;
    private final URI uri;

    private Running(Launch launch, Process process, URI uri) {
        this.launch = launch;
        this.process = process;
        this.uri = uri;
    }

    /** Starts the server and waits for its word that it is ready. */
    public static Running start(Launch launch) throws IOException, InterruptedException {
        Process process = process(launch);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            Optional<URI> uri = ready(launch);
            if (uri.isPresent()) {
                return new Running(launch, process, uri.get());
            }
            Thread.sleep(20);
        }
        process.destroyForcibly();
        throw new IllegalStateException(launch.name() + " did not start:\n" + Files.readString(launch.log()));
    }

    /** Starts the process and waits for nothing. */
    public static Process process(Launch launch) throws IOException {
        return new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile())
                .start();
    }

    private static Optional<URI> ready(Launch launch) throws IOException {
        Matcher matcher = READY.matcher(Files.readString(launch.log(), StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
    }

    public String name() {
        return launch.name();
    }

    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Does nothing to a process that has ended already. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOPPING.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
            throw new IllegalStateException(name() + " did not stop within " + STOPPING);
        }
    }
}
