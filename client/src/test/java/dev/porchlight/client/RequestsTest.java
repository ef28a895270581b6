package dev.porchlight.client;

import static dev.porchlight.client.fixture.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.client.fixture.Clients;
import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.fixture.RawServer;
import dev.porchlight.client.fixture.RawServer.Arrived;
import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.update.BodyFormat;
import dev.porchlight.client.update.Fate;
import dev.porchlight.client.update.StatusUpdate;
import dev.porchlight.wire.ClaimRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestsTest {
    private final RawServer server = new RawServer();
    private final HandTime time = new HandTime();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anUpdateIsMultipartAsCurlSendsIt() {
        set(client().updatesAs(BodyFormat.MULTIPART), StatusUpdate.doNotDisturb(30));

        Arrived sent = server.arrived().getFirst();
        String type = sent.header("Content-Type");
        assertThat(type).matches("multipart/form-data; boundary=-{16}[0-9a-f]{32}");
        String line = "--" + type.substring(type.indexOf('=') + 1);
        assertThat(sent.body())
                .isEqualTo(line + "\r\nContent-Disposition: form-data; name=\"status\"\r\n\r\nDo_Not_Disturb\r\n"
                        + line + "\r\nContent-Disposition: form-data; name=\"duration\"\r\n\r\n30\r\n"
                        + line + "--\r\n");
    }

    @Test
    void anUpdateIsJsonOtherwise() {
        set(client(), StatusUpdate.doNotDisturb(30));

        Arrived sent = server.arrived().getFirst();
        assertThat(sent.line()).isEqualTo("PUT /v2/users/ada/presence_status HTTP/1.1");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer a-token");
        assertThat(sent.body()).isEqualTo("{\"status\":\"Do_Not_Disturb\",\"duration\":30}");
    }

    @Test
    void aUsersNameCannotLeaveItsPlace() {
        server.otherwise(json(200, "{\"status\":\"Away\"}"));
        try (PresenceClient client = client().build()) {
            client.get("../ä b?x=y");
        }

        assertThat(server.arrived().getFirst().line())
                .isEqualTo("GET /v2/users/..%2F%C3%A4%20b%3Fx%3Dy/presence_status HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v2", "/v2/"})
    void theAddressMayBeThatOfTheSurface(String end) {
        server.otherwise(json(200, "{\"status\":\"Away\"}"));
        try (PresenceClient client =
                Clients.at(URI.create(server.uri() + end), time).build()) {
            client.get("ada");
        }

        assertThat(server.arrived().getFirst().line()).startsWith("GET /v2/users/ada/presence_status ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8484", "ftp://example.com", "http:///nothing", "porchlight"})
    void anAddressThatIsNoneIsRefusedAtOnce(String address) {
        assertThatThrownBy(() -> PresenceClient.at(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void aThousandUsersAreOneQueryAndOneMoreAreTwo() {
        server.otherwise(json(200, "{\"users\":[],\"unknown\":[\"x\"]}"));
        List<String> users =
                IntStream.range(0, 1001).mapToObj(number -> "u" + number).toList();
        try (PresenceClient client = client().build()) {
            assertThat(client.query(users).unknown()).hasSize(2);
        }

        assertThat(server.arrived("POST")).hasSize(2);
        assertThat(server.arrived("POST").getLast()).isEqualTo("{\"users\":[\"u1000\"]}");
    }

    @Test
    void aHistoryIsAskedForByItsEnds() {
        server.otherwise(json(200, "{\"user\":\"ada\",\"changes\":[]}"));
        try (PresenceClient client = client().build()) {
            client.history("ada", null, null);
            client.history("ada", Instant.EPOCH, null);
            client.history("ada", null, Instant.EPOCH);
            client.history("ada", Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        }

        assertThat(server.arrived())
                .extracting(Arrived::line)
                .containsExactly(
                        "GET /v1/users/ada/history HTTP/1.1",
                        "GET /v1/users/ada/history?from=1970-01-01T00:00:00Z HTTP/1.1",
                        "GET /v1/users/ada/history?to=1970-01-01T00:00:00Z HTTP/1.1",
                        "GET /v1/users/ada/history?from=1970-01-01T00:00:00Z&to=1970-01-01T00:00:01Z HTTP/1.1");
    }

    @Test
    void aClaimGoesToItsSourceInTheAccount() {
        try (PresenceClient client = client().account("acme").build()) {
            client.claim("ada", "calendar", new ClaimRequest("In_Calendar_Event", null, 30));
            client.release("ada", "calendar");
        }

        assertThat(server.arrived())
                .extracting(Arrived::line)
                .containsExactly(
                        "PUT /v1/users/ada/claims/calendar HTTP/1.1", "DELETE /v1/users/ada/claims/calendar HTTP/1.1");
        assertThat(server.arrived().getFirst().body()).isEqualTo("{\"status\":\"In_Calendar_Event\",\"duration\":30}");
        assertThat(server.arrived())
                .allMatch(sent -> sent.header("Porchlight-Account").equals("acme"));
    }

    @Test
    void aTokenThatIsNotTakenIsReplacedOnce() {
        AccessTokens tokens = new AccessTokens() {
            private String token = "old";

            @Override
            public String current() {
                return token;
            }

            @Override
            public boolean refused(String refused) {
                token = "new";
                return refused.equals("old");
            }
        };
        server.then(json(401, "{\"code\":124,\"message\":\"Access token is expired.\"}"));

        set(client().tokens(tokens), StatusUpdate.doNotDisturb(1));

        assertThat(server.arrived())
                .extracting(sent -> sent.header("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    private PresenceClientBuilder client() {
        return Clients.at(server.uri(), time).timeout(Duration.ofSeconds(10));
    }

    private void set(PresenceClientBuilder builder, StatusUpdate update) {
        try (PresenceClient client = builder.build()) {
            CompletableFuture<Fate> fate = client.set("ada", update);
            time.settle();
            assertThat(fate.join()).isInstanceOf(Fate.Sent.class);
        }
    }
}
