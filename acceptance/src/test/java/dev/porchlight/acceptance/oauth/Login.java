package dev.porchlight.acceptance.oauth;

import dev.porchlight.cli.Commands;
import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Stop;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code porchlight login --browser}, which waits for a browser to come back. */
final class Login implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http\\S+/oauth/authorize\\S+\n");

    private final Heard out = new Heard();
    private final Heard err = new Heard();
    private final CompletableFuture<Integer> status;

    private Login(Path folder, String... arguments) {
        status = CompletableFuture.supplyAsync(
                () -> Commands.run(surroundings(folder, out, err), arguments), Thread::startVirtualThread);
    }

    static Login start(Path folder, String server) {
        return new Login(
                folder,
                "login",
                "--profile",
                "work",
                "--url",
                server,
                "--client-id",
                "cli",
                "--scope",
                "user:read,user:write",
                "--browser");
    }

    /** Runs another command of the same person: its status, and all that it said. */
    static String run(Path folder, String... arguments) throws Exception {
        try (Login command = new Login(folder, arguments)) {
            return command.ended();
        }
    }

    /** The page that it asks to open. */
    String address() throws InterruptedException {
        return err.await(ADDRESS).strip();
    }

    /** Its status, and all that it said in the end. */
    String ended() throws InterruptedException, ExecutionException {
        int ended = status.get();
        return (ended + " " + out.toString(StandardCharsets.UTF_8)
                        + (ended == 0 ? "" : err.toString(StandardCharsets.UTF_8)))
                .strip();
    }

    private static Surroundings surroundings(Path folder, Heard out, Heard err) {
        return new Surroundings(
                "porchlight",
                Map.of("HOME", folder.toString()),
                folder,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                InstantSource.system(),
                new Never());
    }

    @Override
    public void close() {
        status.cancel(true);
    }

    /** Nothing here runs until it is stopped. */
    private static final class Never implements Stop {
        @Override
        public void arm(Closing closing) {
            throw new IllegalStateException("nothing here waits for a stop");
        }

        @Override
        public void await() {
            throw new IllegalStateException("nothing here waits for a stop");
        }
    }

    /** Output that can be waited for. */
    private static final class Heard extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }

        synchronized String await(Pattern pattern) throws InterruptedException {
            Matcher matcher = pattern.matcher(toString(StandardCharsets.UTF_8));
            while (!matcher.find()) {
                wait();
                matcher = pattern.matcher(toString(StandardCharsets.UTF_8));
            }
            return matcher.group();
        }
    }
}
