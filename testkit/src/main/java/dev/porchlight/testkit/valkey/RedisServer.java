package dev.porchlight.testkit.valkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A redis-server or valkey-server of a test's own, on a free port of loopback, with a folder of its own, which goes with it.
 * It is killed when it is closed, or when the JVM ends.
 */
public final class RedisServer implements AutoCloseable {
    private static final int LOWEST_PORT = 11_000;
    private static final int PORTS = 20_000;
    private static final int BUS = 10_000;

    private final int port;
    private final Program program;

    private RedisServer(int port, Program program) {
        this.port = port;
        this.program = program;
    }

    /** Whether there is one on this machine; in continuous integration its absence is to be an error. */
    public static boolean isThere() {
        return Program.found("redis-server", "valkey-server").isPresent() || "true".equals(System.getenv("CI"));
    }

    /**
     * Starts one that forgets when it ends, and waits until it answers.
     *
     * @param arguments more of the command line, such as {@code --appendonly yes}; they win over what is usual here
     */
    public static RedisServer start(String... arguments) {
        return start(freePort(), arguments);
    }

    /** The same on a port that was chosen before. */
    public static RedisServer start(int port, String... arguments) {
        Path folder = folder();
        List<String> line = new ArrayList<>(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", "" + folder));
        line.addAll(List.of("--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0"));
        line.addAll(List.of(arguments));
        RedisServer server = new RedisServer(port, new Program(folder, line, "redis-server", "valkey-server"));
        server.restart();
        return server;
    }

    /** A port that nobody has now, below those of outgoing connections; the one 10,000 above, a cluster's bus, is free too. */
    public static int freePort() {
        int port;
        do {
            port = LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
        } while (!isFree(port) || !isFree(port + BUS));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it as a crash does, with kill -9. */
    public void kill() {
        program.kill();
    }

    /** Starts it again where it lay, and waits until it answers. */
    public void restart() {
        program.start();
        Polling.until("redis-server on " + port + " answers", program::output, () -> {
            program.mustLive();
            try {
                return !Inquiry.of(port, "PING").contains("LOADING");
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    /** Stands still as it is, with its connections open, until {@link #resume}. */
    public void pause() {
        program.signal("STOP");
    }

    public void resume() {
        program.signal("CONT");
    }

    /** Becomes a replica of another, and returns once it has caught up. */
    public void follow(RedisServer primary) {
        ask("REPLICAOF", "127.0.0.1", "" + primary.port());
        Polling.until(
                "the replica has caught up",
                () -> ask("INFO", "replication").contains("master_link_status:up")
                        && primary.ask("INFO", "replication").contains("state=online"));
    }

    /** What it answers to a command, as text: a status, a number, an error with its minus, or lines. */
    public String ask(String... command) {
        return Inquiry.of(port, command);
    }

    @Override
    public void close() {
        program.close();
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("porchlight-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
