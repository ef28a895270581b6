package dev.porchlight.client.update;

import static dev.porchlight.client.fixture.RawServer.json;
import static dev.porchlight.client.fixture.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.fixture.Clients;
import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.fixture.RawServer;
import dev.porchlight.client.problem.PresenceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The once-a-minute rule, kept for its callers. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MinuteTest {
    private static final String TOO_SOON = "{\"code\":429,\"message\":\"Too many requests submitted.\"}";

    private static final List<Status> SOME = List.of(Status.AVAILABLE, Status.AWAY, Status.BUSY, Status.PRESENTING);

    private final RawServer server = new RawServer();
    private final HandTime time = new HandTime();
    private PresenceClient client = Clients.at(server.uri(), time).build();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aThousandUpdatesWithinAMinuteAreTwoRequestsAndTheLastOneWins() {
        List<CompletableFuture<Fate>> fates = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            fates.add(client.set("ada", SOME.get(number % 4)));
            time.pass(Duration.ofMillis(50));
        }
        assertThat(server.arrived("PUT")).hasSize(1);
        time.pass(Duration.ofMinutes(3));

        assertThat(server.arrived("PUT")).containsExactly("{\"status\":\"Available\"}", "{\"status\":\"Presenting\"}");
        assertThat(fates.getFirst().join()).isInstanceOf(Fate.Sent.class);
        assertThat(fates.subList(1, 999)).allMatch(fate -> fate.join() instanceof Fate.Replaced);
        assertThat(fates.getLast().join()).isInstanceOf(Fate.Sent.class);
    }

    @Test
    void theNextOneIsSentWhenTheMinuteIsOverAndNotBefore() {
        sent();
        CompletableFuture<Fate> second = client.set("ada", Status.AVAILABLE);
        time.pass(Duration.ofMillis(59_999));
        assertThat(second).isNotDone();
        assertThat(server.arrived()).hasSize(1);
        time.pass(Duration.ofMillis(1));

        assertThat(second.join()).isEqualTo(new Fate.Sent(Instant.parse("2026-03-27T04:01:00Z")));
        assertThat(server.arrived()).hasSize(2);
    }

    @Test
    void usersDoNotWaitForEachOther() {
        CompletableFuture<Fate> ada = client.set("ada", Status.AWAY);
        CompletableFuture<Fate> bob = client.set("bob@example.com", StatusUpdate.doNotDisturb(30));
        time.settle();

        assertThat(ada.join()).isInstanceOf(Fate.Sent.class);
        assertThat(bob.join()).isInstanceOf(Fate.Sent.class);
        assertThat(server.arrived().getLast().line())
                .isEqualTo("PUT /v2/users/bob@example.com/presence_status HTTP/1.1");
        assertThat(server.arrived().getLast().body()).isEqualTo("{\"status\":\"Do_Not_Disturb\",\"duration\":30}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "Fri, 27 Mar 2026 04:01:30 GMT", "2026-03-27T04:01:30Z"})
    void theTimeThatTheServerGivesIsKept(String retryAfter) {
        server.then(json(429, TOO_SOON, "Retry-After: " + retryAfter));

        CompletableFuture<Fate> fate = client.set("ada", Status.AWAY);
        time.pass(Duration.ofSeconds(89));
        assertThat(fate).isNotDone();
        assertThat(server.arrived()).hasSize(1);
        time.pass(Duration.ofSeconds(1));

        assertThat(fate.join()).isInstanceOf(Fate.Sent.class);
        assertThat(server.arrived()).hasSize(2);
    }

    @Test
    void withoutATimeTheServersMinuteIsAMinute() {
        server.then(json(429, TOO_SOON));

        CompletableFuture<Fate> fate = client.set("ada", Status.AWAY);
        time.pass(Duration.ofSeconds(59));
        assertThat(fate).isNotDone();
        time.pass(Duration.ofSeconds(1));

        assertThat(fate.join()).isInstanceOf(Fate.Sent.class);
    }

    @Test
    void aLimitPerSecondIsOverInOne() {
        server.then(json(429, TOO_SOON, "X-RateLimit-Type: QPS"));

        CompletableFuture<Fate> fate = client.set("ada", Status.AWAY);
        time.pass(Duration.ofSeconds(1));

        assertThat(fate.join()).isInstanceOf(Fate.Sent.class);
    }

    @Test
    void aServerThatSaysNowAgainAndAgainIsNotAskedWithoutEnd() {
        server.otherwise(json(429, TOO_SOON, "Retry-After: 0"));

        CompletableFuture<Fate> fate = client.set("ada", Status.AWAY);
        time.pass(Duration.ofMinutes(5));

        assertThat(fate.join()).isInstanceOf(Fate.Refused.class);
        assertThat(server.arrived()).hasSize(5);
    }

    @Test
    void aNewerOneTakesThePlaceOfOneThatWasPutOff() {
        server.then(json(429, TOO_SOON, "Retry-After: 40"));
        CompletableFuture<Fate> older = client.set("ada", Status.AWAY);
        time.settle();
        CompletableFuture<Fate> newer = client.set("ada", Status.BUSY);
        time.pass(Duration.ofSeconds(40));

        assertThat(older.join()).isEqualTo(new Fate.Replaced());
        assertThat(newer.join()).isInstanceOf(Fate.Sent.class);
        assertThat(server.arrived("PUT").getLast()).isEqualTo("{\"status\":\"Busy\"}");
    }

    @Test
    void aWaitBeyondItsCallersPatienceIsRefusedWithTheTime() {
        server.then(json(429, TOO_SOON, "Retry-After: 2026-03-28T00:00:00Z"));

        CompletableFuture<Fate> first = client.set("ada", Status.AWAY);
        time.settle();
        CompletableFuture<Fate> second = client.set("ada", Status.AWAY);
        time.settle();

        assertThat(retryTime(first)).isEqualTo(Instant.parse("2026-03-28T00:00:00Z"));
        assertThat(retryTime(second)).isEqualTo(Instant.parse("2026-03-28T00:00:00Z"));
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void withoutPatienceNothingWaits() {
        client = Clients.at(server.uri(), time).patience(Duration.ZERO).build();
        sent();

        assertThat(((Fate.Refused) client.set("ada", Status.BUSY).join()).error())
                .isInstanceOf(PresenceError.TooSoon.class);
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void withoutPatienceNothingWaitsBehindOneThatIsOnItsWayEither() {
        client = Clients.at(server.uri(), time).patience(Duration.ZERO).build();
        List<CompletableFuture<Fate>> behind = new ArrayList<>();
        server.then(socket -> {
            behind.add(client.set("ada", Status.BUSY));
            reply(204, "").act(socket);
        });
        sent();
        time.pass(Duration.ofMinutes(2));

        assertThat(error(behind.getFirst())).isInstanceOf(PresenceError.TooSoon.class);
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void whatIsRefusedDoesNotUseTheMinuteUp() {
        server.then(json(404, "{\"code\":1001,\"message\":\"User does not exist: ada.\"}"));
        CompletableFuture<Fate> refused = client.set("ada", Status.AWAY);
        CompletableFuture<Fate> next = refused.thenCompose(fate -> client.set("ada", Status.AWAY));
        time.settle();

        assertThat(refused.join()).isInstanceOf(Fate.Refused.class);
        assertThat(next.join()).isInstanceOf(Fate.Sent.class);
    }

    @Test
    void closingRefusesWhatWaitsAndWhatComesLater() {
        sent();
        CompletableFuture<Fate> waiting = client.set("ada", Status.BUSY);
        client.close();

        assertThat(error(waiting)).isInstanceOf(PresenceError.ClientClosed.class);
        assertThat(error(client.set("ada", Status.BUSY))).isInstanceOf(PresenceError.ClientClosed.class);
        assertThat(time.planned()).isZero();
    }

    private void sent() {
        CompletableFuture<Fate> fate = client.set("ada", Status.AWAY);
        time.settle();
        assertThat(fate.join()).isInstanceOf(Fate.Sent.class);
    }

    private static PresenceError error(CompletableFuture<Fate> fate) {
        return ((Fate.Refused) fate.join()).error();
    }

    private static Instant retryTime(CompletableFuture<Fate> fate) {
        return error(fate).retryTime().orElseThrow();
    }
}
