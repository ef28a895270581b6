package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.testkit.valkey.Polling;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy with the configuration of docs/haproxy.cfg in front of nodes on these ports. */
final class Balancer implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Path log;

    private Balancer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/sbin/haproxy")) || "true".equals(System.getenv("CI"));
    }

    static Balancer start(Path folder, int port, List<Integer> nodes) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "haproxy.cfg"))
                .replace("bind 127.0.0.1:8080", "bind 127.0.0.1:" + port)
                .replace("127.0.0.1:8484", "127.0.0.1:" + nodes.get(0))
                .replace("127.0.0.1:8485", "127.0.0.1:" + nodes.get(1));
        assertThat(text).contains("" + port, "" + nodes.get(0), "" + nodes.get(1));
        Path config = Files.writeString(folder.resolve("haproxy.cfg"), text);
        Path log = folder.resolve("haproxy.log");
        Process process = new ProcessBuilder("/usr/sbin/haproxy", "-db", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Balancer balancer = new Balancer(process, port, log);
        Polling.until("HAProxy listens", balancer::said, balancer::isListening);
        return balancer;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Connection connect() throws IOException {
        return new Connection(uri(), ServerProcess.TOKEN);
    }

    /** What it has printed: which node it takes for up or down, among others. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean isListening() {
        assertThat(process.isAlive()).as(said()).isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
