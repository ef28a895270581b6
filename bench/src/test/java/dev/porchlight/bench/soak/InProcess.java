package dev.porchlight.bench.soak;

import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A server in the test's own process. */
final class InProcess implements Ground, AutoCloseable {
    private final Settings settings;
    private volatile Porchlight server;

    InProcess(Path folder) {
        settings = Settings.defaults()
                .withPort(0)
                .withData(folder)
                .withAdminToken(token())
                .withDrain(Duration.ofSeconds(3))
                .withUpdateWindow(Duration.ZERO);
        server = Porchlight.start(settings);
    }

    @Override
    public URI uri() {
        return URI.create(server.uri());
    }

    @Override
    public String token() {
        return "soak-token-of-forty-three-characters-000000";
    }

    @Override
    public void restart() {
        server.close();
        server = Porchlight.start(settings);
    }

    @Override
    public void close() {
        server.close();
    }
}
