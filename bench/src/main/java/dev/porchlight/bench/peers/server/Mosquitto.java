package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.peers.speech.MqttDialect;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mosquitto: one retained message for each user, without persistence, passwords or Nagle's algorithm. */
public final class Mosquitto implements Peer {
    private final Path folder;
    private int users;

    public Mosquitto(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "Mosquitto";
    }

    @Override
    public Optional<String> missing() {
        return Starting.missing("mosquitto", "mosquitto");
    }

    @Override
    public void fill(List<Contacts> all) {
        users = all.stream().mapToInt(Contacts::users).max().orElse(0);
    }

    @Override
    public Live start() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = Starting.freePort();
        Path settings = folder.resolve("mosquitto.conf");
        Files.writeString(settings, """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence false
                set_tcp_nodelay true
                log_dest stdout
                log_type error
                """.formatted(port));
        List<String> command = List.of(program(), "-c", settings.toString());
        Starting starting = new Starting(name(), command, Map.of(), List.of(port), folder.resolve("mosquitto.log"));
        Live live = new Live(name(), starting.start(), Starting.loopback(port), new MqttDialect());
        retain(port);
        return live;
    }

    /** Debian keeps it where only root looks. */
    private static String program() {
        return Files.isExecutable(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
    }

    private void retain(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(MqttDialect.connect("fill"));
            if (socket.getInputStream().readNBytes(4).length < 4) {
                throw new IllegalStateException("Mosquitto does not let the first client in");
            }
            for (int user = 0; user < users; user++) {
                out.write(MqttDialect.publish(user, 1));
            }
            out.write(MqttDialect.ping());
            // Its answer says that everything before was taken.
            if (socket.getInputStream().readNBytes(2).length < 2) {
                throw new IllegalStateException("Mosquitto did not retain everything");
            }
        }
    }
}
