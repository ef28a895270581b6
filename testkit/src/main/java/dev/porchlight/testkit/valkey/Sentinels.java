package dev.porchlight.testkit.valkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A primary, a replica, and three Sentinels that name the replica primary a second after the primary has gone. */
public final class Sentinels implements AutoCloseable {
    private static final String NAME = "porchlight";

    private final RedisServer primary;
    private final RedisServer replica;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();

    private Sentinels(String... arguments) {
        primary = RedisServer.start(arguments);
        replica = RedisServer.start(arguments);
        replica.follow(primary);
        for (int i = 0; i < 3; i++) {
            ports.add(RedisServer.freePort());
            programs.add(sentinel(ports.getLast()));
        }
    }

    /** Starts them and waits until they know each other. */
    public static Sentinels start(String... arguments) {
        Sentinels sentinels = new Sentinels(arguments);
        sentinels.programs.forEach(Program::start);
        for (int port : sentinels.ports) {
            Polling.until("the Sentinels know each other", () -> sentinels.isComplete(port));
        }
        return sentinels;
    }

    private boolean isComplete(int port) {
        try {
            String known = Inquiry.of(port, "SENTINEL", "MASTER", NAME);
            return known.contains("num-other-sentinels\n2") && known.contains("num-slaves\n1");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Program sentinel(int port) {
        Path folder = RedisServer.folder();
        Path settings = folder.resolve("sentinel.conf");
        try {
            Files.writeString(settings, """
                    port %d
                    bind 127.0.0.1
                    dir %s
                    sentinel monitor %s 127.0.0.1 %d 2
                    sentinel down-after-milliseconds %s 1000
                    sentinel failover-timeout %s 5000
                    """.formatted(port, folder, NAME, primary.port(), NAME, NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Program(folder, List.of(settings.toString(), "--sentinel"), "redis-server", "valkey-server");
    }

    public RedisServer primary() {
        return primary;
    }

    public RedisServer replica() {
        return replica;
    }

    public String uri() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",", "redis-sentinel://", ""))
                + "#" + NAME;
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
        primary.close();
        replica.close();
    }
}
