package dev.porchlight.acceptance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import dev.porchlight.store.memory.MemoryStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An operator sees in the log that somebody guesses, and not what. */
class GuessesAreLoggedTest {
    @Test
    void whoGuessesIsNamedWithTheAddressButWithoutTheGuess() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("dev.porchlight.attempts");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        Settings settings = Settings.defaults().withPort(0);
        Instant still = Instant.parse("2026-03-27T04:00:00Z");
        try (Porchlight server = Porchlight.start(settings, () -> still, new MemoryStore());
                HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 20; i++) {
                client.send(guess(server.uri(), "victim\u00e9", "guess-" + i), BodyHandlers.discarding());
            }
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "6 failed attempts as client \"victim?\" from 127.0.0.1: the next is looked at in 1 s");
    }

    private static HttpRequest guess(String server, String client, String secret) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(server + "/oauth/token?grant_type=client_credentials"))
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.noBody())
                .build();
    }
}
