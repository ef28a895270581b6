package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Dialect;
import dev.porchlight.bench.run.Kernel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that runs.
 *
 * @param address where clients connect
 * @param last what is done before it is stopped
 */
public record Live(String name, ProcessHandle process, InetSocketAddress address, Dialect dialect, Last last)
        implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final double QUIET = 0.04;
    private static final int LOOKS = 120;
    private static final Duration STOPPING = Duration.ofSeconds(60);

    Live(String name, ProcessHandle process, InetSocketAddress address, Dialect dialect) {
        this(name, process, address, dialect, () -> {});
    }

    /** What a server is asked for while it still runs. */
    interface Last {
        void ask() throws IOException, InterruptedException;
    }

    /** CPU time of all its processes so far, in user and kernel mode. */
    public double cpuSeconds() throws IOException {
        double seconds = 0;
        for (long pid : pids()) {
            seconds += Kernel.cpuSeconds(pid);
        }
        return seconds;
    }

    /** Resident memory of all its processes. */
    public long residentKiB() throws IOException {
        long kib = 0;
        for (long pid : pids()) {
            kib += Kernel.residentKiB(pid);
        }
        return kib;
    }

    private List<Long> pids() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Returns when the server has nothing to do any more, or after half a minute: what is measured next is not the past. */
    public void settle() throws IOException, InterruptedException {
        int quiet = 0;
        for (int look = 0; look < LOOKS && quiet < 2; look++) {
            double before = cpuSeconds();
            Thread.sleep(LOOK);
            quiet = cpuSeconds() - before < QUIET * LOOK.toMillis() / 1_000 + 0.001 ? quiet + 1 : 0;
        }
    }

    @Override
    public void close() {
        try {
            last.ask();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(name + " did not answer before it was stopped", e);
        } finally {
            stop();
        }
    }

    private void stop() {
        process.destroy();
        try {
            process.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " did not stop within " + STOPPING, e);
        }
    }
}
