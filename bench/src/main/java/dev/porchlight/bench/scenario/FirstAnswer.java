package dev.porchlight.bench.scenario;

import dev.porchlight.bench.run.Launch;
import dev.porchlight.bench.run.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a server takes from the start of its process to its first 200. */
final class FirstAnswer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FirstAnswer() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** In milliseconds. Asks again every few milliseconds from the start on, and stops the server after its answer. */
    static double millis(Launch launch, int port, String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = Running.process(launch);
        try {
            while (!answers(port, path)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException(launch.name() + " gave no answer; see " + launch.log());
                }
                Thread.sleep(5);
            }
            return (System.nanoTime() - start) / 1e6;
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean answers(int port, String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + Site.TOKEN
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(12);
            return new String(head, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        } catch (IOException notYet) {
            return false;
        }
    }
}
