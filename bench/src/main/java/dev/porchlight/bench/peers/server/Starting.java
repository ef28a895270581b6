package dev.porchlight.bench.peers.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server of another make is started.
 *
 * @param ports on loopback that answer when it is ready
 * @param log where its output goes
 */
record Starting(String name, List<String> command, Map<String, String> environment, List<Integer> ports, Path log) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A port that is free at this moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What to install where a program of a Debian package is missing. */
    static Optional<String> missing(String program, String debianPackage) {
        boolean there = List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        return there ? Optional.empty() : Optional.of("apt-get install " + debianPackage);
    }

    /** Starts it and waits until it answers on all its ports. */
    ProcessHandle start() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers()) {
                return process.toHandle();
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException(name + " did not start:\n" + Files.readString(log));
    }

    private boolean answers() {
        for (int port : ports) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.shutdownOutput();
            } catch (IOException notYet) {
                return false;
            }
        }
        return true;
    }
}
