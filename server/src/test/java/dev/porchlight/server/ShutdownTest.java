package dev.porchlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.ForwardingStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownTest {
    private static final String TOKEN = "administrators-token";

    private final HeldStore store = new HeldStore();
    private final Porchlight porchlight = Porchlight.start(
            Settings.defaults().withPort(0).withAdminToken(TOKEN).withDrain(Duration.ofSeconds(20)),
            Clock.systemUTC(),
            store);
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aRequestUnderWayIsAnsweredAndKept() throws Exception {
        send(
                "POST",
                "/v2/users",
                "{\"action\":\"create\",\"user_info\":{\"email\":\"ada@example.com\",\"id\":\"ada\"}}");
        store.hold();
        CompletableFuture<HttpResponse<String>> underWay =
                sendAsync("PUT", "/v1/users/ada/sessions/laptop", "{\"platform\":\"desktop\",\"version\":\"6.0\"}");
        store.held.get(10, TimeUnit.SECONDS);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(porchlight::close);
        awaitRefusal();
        assertThat(closed).isNotDone();
        store.release();

        assertThat(underWay.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closed.get(10, TimeUnit.SECONDS);
        assertThat(store.last().session("laptop")).isPresent();
    }

    @Test
    void anIdleConnectionDoesNotHoldUpTheEnd() throws Exception {
        send("GET", "/health/live", "");

        CompletableFuture.runAsync(porchlight::close).get(10, TimeUnit.SECONDS);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        porchlight.close();
        porchlight.close();
    }

    /**
     * Connecting is refused once the port is free; until then the server still takes connections. One that the machine had
     * taken and the server had not is reset.
     */
    private void awaitRefusal() throws IOException {
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), porchlight.port())) {
                assertThat(socket.isConnected()).isTrue();
            } catch (SocketException e) {
                return;
            }
        }
    }

    private void send(String method, String path, String body) throws Exception {
        sendAsync(method, path, body).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<HttpResponse<String>> sendAsync(String method, String path, String body) {
        return client.sendAsync(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(porchlight.uri() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    /** A store whose commits wait, once it is told to hold them. */
    private static final class HeldStore extends ForwardingStore {
        private final Ledger ledger = super.ledger();
        private final CompletableFuture<Accepted> held = new CompletableFuture<>();
        private volatile CompletableFuture<Boolean> gate = CompletableFuture.completedFuture(true);

        HeldStore() {
            super(new MemoryStore());
        }

        void hold() {
            gate = new CompletableFuture<>();
        }

        void release() {
            gate.complete(true);
        }

        Presence last() {
            return held.join().next();
        }

        @Override
        public Ledger ledger() {
            return new Ledger() {
                @Override
                public CompletionStage<Presence> read(UserKey user) {
                    return ledger.read(user);
                }

                @Override
                public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
                    return ledger.readAll(users);
                }

                @Override
                public CompletionStage<Commit> commit(Accepted accepted) {
                    held.complete(accepted);
                    return gate.thenCompose(open -> ledger.commit(accepted));
                }
            };
        }
    }
}
