package dev.porchlight.client.oauth;

import static dev.porchlight.client.fixture.Clients.errorOf;
import static dev.porchlight.client.fixture.RawServer.html;
import static dev.porchlight.client.fixture.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.fixture.Clients;
import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.fixture.RawServer;
import dev.porchlight.client.problem.PresenceError;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerToServerTest {
    private static final String TOKEN =
            "{\"access_token\":\"t1\",\"token_type\":\"bearer\",\"expires_in\":3600,\"scope\":\"user:read:admin\"}";
    private static final String AWAY = "{\"status\":\"Away\"}";

    private final RawServer server = new RawServer();
    private final HandTime time = new HandTime();
    private final PresenceClient client = Clients.at(server.uri(), time)
            .serverToServer(new ClientCredentials("an-app", "a-secret"), "an account")
            .build();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theTokenIsFetchedWithTheAppsSecretAndRenewedBeforeItEnds() {
        server.then(json(200, TOKEN), json(200, AWAY), json(200, AWAY));
        client.get("ada");
        client.get("ada");
        time.pass(Duration.ofMinutes(56));
        server.then(json(200, TOKEN.replace("t1", "t2")), json(200, AWAY));
        client.get("ada");

        assertThat(server.arrived("POST"))
                .containsExactly(
                        "grant_type=account_credentials&account_id=an+account",
                        "grant_type=account_credentials&account_id=an+account");
        assertThat(server.arrived().getFirst().line()).isEqualTo("POST /oauth/token HTTP/1.1");
        assertThat(server.arrived().getFirst().header("Authorization")).isEqualTo("Basic YW4tYXBwOmEtc2VjcmV0");
        assertThat(server.arrived().getLast().header("Authorization")).isEqualTo("Bearer t2");
    }

    @Test
    void anEndedTokenIsRenewedOnceEvenWhenTheServerEndsItEarly() {
        server.then(
                json(200, TOKEN),
                json(401, "{\"code\":124,\"message\":\"Invalid access token.\"}"),
                json(200, TOKEN.replace("t1", "t2")),
                json(200, AWAY));

        assertThat(client.get("ada").status()).isEqualTo("Away");
    }

    @Test
    void aBadSecretSaysSo() {
        server.otherwise(json(400, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}"));

        assertThat(errorOf(() -> client.get("ada")))
                .isInstanceOfSatisfying(
                        PresenceError.NoToken.class,
                        none -> assertThat(none.message())
                                .contains("Invalid client_id or client_secret (invalid_client)")
                                .doesNotContain("a-secret"));
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void aPageInPlaceOfATokenIsNotOne() {
        server.otherwise(html(200));

        assertThat(errorOf(() -> client.get("ada"))).isInstanceOf(PresenceError.NoToken.class);
    }
}
