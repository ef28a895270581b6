package dev.porchlight.client.update;

import static dev.porchlight.client.fixture.RawServer.halfABody;
import static dev.porchlight.client.fixture.RawServer.html;
import static dev.porchlight.client.fixture.RawServer.json;
import static dev.porchlight.client.fixture.RawServer.reply;
import static dev.porchlight.client.fixture.RawServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.fixture.Clients;
import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.fixture.RawServer;
import dev.porchlight.client.fixture.RawServer.Behaviour;
import dev.porchlight.client.problem.PresenceError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates whose answer is lost: when they are sent again, and when nobody can know. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostAnswersTest {
    private static final String TOO_SOON = "{\"code\":429,\"message\":\"Too many requests submitted.\"}";
    private static final Duration SHORT = Duration.ofMillis(300);

    private final RawServer server = new RawServer();
    private final HandTime time = new HandTime();
    private PresenceClient client = Clients.at(server.uri(), time).build();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("a reset", reset(), PresenceError.Broken.class),
                Arguments.of("half a body", halfABody(204 - 4), PresenceError.NotUnderstood.class),
                Arguments.of("a gateway's page", html(502), PresenceError.NotUnderstood.class),
                Arguments.of("a gateway's silence", reply(504, ""), PresenceError.Refused.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void anUpdateWhoseAnswerWasLostIsSentAgainWithinTheMinute(String name, Behaviour loss, Class<?> error) {
        server.then(loss);

        assertThat(set()).isInstanceOf(Fate.Sent.class);
        assertThat(server.arrived("PUT")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whenTheServerHadTakenItTheRepeatChangesNothingAndTheStatusTells(String name, Behaviour loss, Class<?> error) {
        server.then(loss, json(429, TOO_SOON, "Retry-After: 50"), json(200, "{\"status\":\"In_A_Meeting\"}"));

        assertThat(set()).isInstanceOf(Fate.Sent.class);
        time.pass(Duration.ofMinutes(5));
        assertThat(server.arrived("PUT")).hasSize(2);
        assertThat(server.arrived("GET")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whenTheStatusIsAnotherNobodyKnowsAndNothingIsSentAfterTheMinute(String name, Behaviour loss, Class<?> error) {
        server.then(loss, json(429, TOO_SOON, "Retry-After: 50"), json(200, "{\"status\":\"Away\"}"));

        assertThat(set()).isInstanceOf(Fate.Unclear.class);
        time.pass(Duration.ofMinutes(5));
        assertThat(server.arrived("PUT")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whereThereIsNoMinuteARepeatIsNotSafeAndIsNotSent(String name, Behaviour loss, Class<?> error) {
        client = Clients.at(server.uri(), time).window(Duration.ZERO).build();
        server.then(loss);

        assertThat(set())
                .isInstanceOfSatisfying(
                        Fate.Unclear.class,
                        unclear -> assertThat(unclear.error()).isInstanceOf(error));
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void whoNeverAnswersIsLeftInTimeAndNothingIsSentTwice() {
        client = Clients.at(server.uri(), time).timeout(SHORT).build();
        server.otherwise(server.hang());

        assertThat(set())
                .isInstanceOfSatisfying(
                        Fate.Unclear.class,
                        unclear -> assertThat(unclear.error())
                                .isInstanceOfSatisfying(
                                        PresenceError.TimedOut.class,
                                        late -> assertThat(late.after()).isLessThanOrEqualTo(SHORT)));
        assertThat(server.arrived("PUT")).hasSize(1);
    }

    @Test
    void halfABodyAndSilenceIsLeftInTimeToo() {
        client = Clients.at(server.uri(), time).timeout(SHORT).build();
        server.otherwise(server.halfABodyAndSilence(200));

        assertThat(set())
                .isInstanceOfSatisfying(
                        Fate.Unclear.class,
                        unclear -> assertThat(unclear.error().message()).contains("no whole answer (HTTP status 200)"));
    }

    @Test
    void aServerThatSaysNothingHasChangedIsAskedAgainWhenItSays() {
        server.then(json(503, "{\"code\":503,\"message\":\"The store cannot answer.\"}", "Retry-After: 7"));
        var before = time.instant();

        assertThat(set())
                .isInstanceOfSatisfying(
                        Fate.Sent.class,
                        sent -> assertThat(Duration.between(before, sent.at()))
                                .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8)));
    }

    @Test
    void aServerThatStaysDownIsGivenUpAndTheUpdateWasRefused() {
        server.otherwise(json(503, "{\"code\":503,\"message\":\"The store cannot answer.\"}"));

        assertThat(set())
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.error())
                                .isInstanceOfSatisfying(PresenceError.Refused.class, error -> {
                                    assertThat(error.status()).isEqualTo(503);
                                    assertThat(error.message()).isEqualTo("The store cannot answer.");
                                }));
        assertThat(server.arrived()).hasSize(5);
    }

    @Test
    void nobodyThereIsNoConnectionAndNothingWasSent() {
        server.close();

        assertThat(set())
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.error()).isInstanceOf(PresenceError.NoConnection.class));
    }

    @Test
    void whatIsRefusedIsNotSentAgain() {
        server.otherwise(json(400, "{\"code\":5301,\"message\":\"Request failed.\"}"));

        assertThat(set()).isInstanceOf(Fate.Refused.class);
        time.pass(Duration.ofMinutes(5));
        assertThat(server.arrived()).hasSize(1);
    }

    private Fate set() {
        CompletableFuture<Fate> fate = client.set("ada", Status.IN_A_ZOOM_MEETING);
        time.settle();
        return fate.join();
    }
}
