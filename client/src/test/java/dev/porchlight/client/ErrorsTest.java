package dev.porchlight.client;

import static dev.porchlight.client.fixture.Clients.errorOf;
import static dev.porchlight.client.fixture.RawServer.halfABody;
import static dev.porchlight.client.fixture.RawServer.html;
import static dev.porchlight.client.fixture.RawServer.json;
import static dev.porchlight.client.fixture.RawServer.reply;
import static dev.porchlight.client.fixture.RawServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.fixture.Clients;
import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.fixture.RawServer;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.Reason;
import dev.porchlight.client.update.Fate;
import dev.porchlight.client.update.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers, or does not: a typed error, in time. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorsTest {
    private final RawServer server = new RawServer();
    private final HandTime time = new HandTime();
    private PresenceClient client = Clients.at(server.uri(), time).build();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** The rows of zoom-wire: PUT presence_status. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            401 | {"code":124,"message":"Invalid access token."} | TOKEN
            401 | {"code":124,"message":"Access token is expired."} | TOKEN
            400 | {"code":4711,"message":"Invalid access token, does not contain scopes:[user:write, user:write:admin]."} | SCOPE
            400 | {"code":4700,"message":"Invalid access token, does not contain scopes."} | SCOPE
            400 | {"code":300,"message":"Request Body should be a valid JSON object."} | INVALID
            400 | {"code":300,"message":"Validation Failed.","errors":[{"field":"status","message":"Invalid field."}]} | INVALID
            413 | {"code":300,"message":"Too long."} | INVALID
            415 | {"code":300,"message":"Which type?"} | INVALID
            404 | {"code":1001,"message":"User does not exist: ada."} | UNKNOWN_USER
            404 | {"code":2300,"message":"This API endpoint is not recognized."} | OTHER
            400 | {"code":5411,"message":"Unauthorized request."} | FORBIDDEN
            400 | {"code":5301,"message":"Request failed.","errors":[{"field":"status","message":"Not signed in."}]} | NOT_SIGNED_IN
            403 | {"code":200,"message":"No permission."} | FORBIDDEN
            """)
    void aRefusalSaysEverythingThatTheServerSaid(int status, String body, Reason reason) {
        server.otherwise(json(status, body, "x-zm-trackingid: v=2.0;rid=1"));

        for (PresenceError error : List.of(refusal(Status.AWAY), errorOf(() -> client.get("ada")))) {
            assertThat(error).isInstanceOfSatisfying(PresenceError.Refused.class, refused -> {
                assertThat(refused.status()).isEqualTo(status);
                assertThat(refused.reason()).isEqualTo(reason);
                assertThat(body).contains("\"code\":" + refused.code() + ",", "\"" + refused.message() + "\"");
                assertThat(refused.fields()).hasSize(body.contains("errors") ? 1 : 0);
                assertThat(refused.answer().header("X-ZM-TrackingId")).contains("v=2.0;rid=1");
                assertThat(refused.answer().body()).isEqualTo(body);
            });
        }
    }

    @Test
    void tooSoonSaysWhenItWillNotBe() {
        client = Clients.at(server.uri(), time).patience(Duration.ZERO).build();
        server.then(json(429, "{\"code\":429,\"message\":\"Too many requests.\"}", "Retry-After: 43"));

        assertThat(refusal(Status.AWAY)).isInstanceOfSatisfying(PresenceError.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.TOO_SOON);
            assertThat(refused.retryTime()).contains(Instant.parse("2026-03-27T04:00:43Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 503})
    void anErrorWithoutABodyIsOneAllTheSame(int status) {
        server.otherwise(reply(status, "", "Content-Type: text/plain"));

        assertThat(errorOf(() -> client.get("ada")))
                .isInstanceOfSatisfying(
                        PresenceError.Refused.class,
                        refused -> assertThat(refused.message()).isEqualTo("HTTP status " + status + "."));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 500, 502})
    void aPageOfHtmlIsNotUnderstood(int status) {
        server.otherwise(html(status));

        assertThat(errorOf(() -> client.get("ada")))
                .isInstanceOfSatisfying(PresenceError.NotUnderstood.class, strange -> {
                    assertThat(strange.answer().status()).isEqualTo(status);
                    assertThat(strange.message()).contains("HTTP status " + status, "<html>");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "{\"presence_status\":\"Away\"}", "{\"status\":null}", "{\"status\":1}"})
    void anAnswerThatLacksWhatMattersIsNotUnderstood(String body) {
        server.otherwise(json(200, body));

        assertThat(errorOf(() -> client.get("ada"))).isInstanceOf(PresenceError.NotUnderstood.class);
    }

    @Test
    void nobodyFollowsARedirectWithTheToken() {
        server.otherwise(reply(307, "", "Location: " + server.uri() + "/elsewhere"));

        assertThat(errorOf(() -> client.get("ada")).message()).contains("sent on to", "/elsewhere");
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void halfABodyIsAskedForAgainWhereThatIsSafe() {
        server.then(halfABody(200), reset(), json(200, "{\"status\":\"Away\"}"));

        assertThat(client.get("ada").status()).isEqualTo("Away");
        assertThat(server.arrived()).hasSize(3);
    }

    @Test
    void whoNeverAnswersIsLeftInTime() {
        client = Clients.at(server.uri(), time).timeout(Duration.ofMillis(200)).build();
        server.otherwise(server.hang());

        assertThat(errorOf(() -> client.get("ada"))).isInstanceOf(PresenceError.TimedOut.class);
    }

    @Test
    void halfABodyAndSilenceIsLeftInTime() {
        client = Clients.at(server.uri(), time).timeout(Duration.ofMillis(200)).build();
        server.otherwise(server.halfABodyAndSilence(200));

        assertThat(errorOf(() -> client.get("ada"))).isInstanceOf(PresenceError.TimedOut.class);
    }

    @Test
    void anAddressWhereNobodyListensIsNoConnection() {
        server.close();

        assertThat(errorOf(() -> client.get("ada")))
                .isInstanceOfSatisfying(
                        PresenceError.NoConnection.class,
                        none -> assertThat(none.address())
                                .isEqualTo(server.uri().resolve("/")));
    }

    @Test
    void aNameThatNobodyHasIsNoConnection() {
        client = Clients.at(URI.create("http://nobody.invalid"), time).build();

        assertThat(errorOf(() -> client.get("ada"))).isInstanceOf(PresenceError.NoConnection.class);
    }

    @Test
    void somethingThatIsNotHttpIsBroken() {
        server.otherwise(socket -> {
            socket.getOutputStream()
                    .write("SSH-2.0-OpenSSH_9.6\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.close();
        });

        assertThat(errorOf(() -> client.get("ada"))).isInstanceOf(PresenceError.Broken.class);
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsNotSentAndNotRepeated() {
        client = Clients.at(server.uri(), time).token("secret\nline").build();

        assertThat(errorOf(() -> client.get("ada")))
                .isInstanceOfSatisfying(
                        PresenceError.NoToken.class,
                        none -> assertThat(none.message()).doesNotContain("secret"));
    }

    @Test
    void onZoomThereIsOnlyWhatZoomHas() {
        PresenceClient zoom = PresenceClient.zoom().token("a-token").build();

        assertThat(zoom.isZoom()).isTrue();
        for (PresenceError error : List.of(
                errorOf(() -> zoom.why("ada")),
                errorOf(() -> zoom.query(List.of("ada"))),
                errorOf(() -> zoom.history("ada", null, null)),
                errorOf(() -> zoom.sessions("ada")),
                errorOf(() -> zoom.watch(List.of("ada"), event -> {})))) {
            assertThat(error)
                    .isInstanceOfSatisfying(
                            PresenceError.NotOnZoom.class,
                            not -> assertThat(not.message()).startsWith("Zoom's API has no way to "));
        }
    }

    private PresenceError refusal(Status status) {
        CompletableFuture<Fate> fate = client.set("ada", status);
        time.settle();
        return ((Fate.Refused) fate.join()).error();
    }
}
