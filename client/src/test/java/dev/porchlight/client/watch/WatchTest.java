package dev.porchlight.client.watch;

import static dev.porchlight.client.fixture.RawServer.html;
import static dev.porchlight.client.fixture.RawServer.json;
import static dev.porchlight.client.fixture.WatchServer.breaking;
import static dev.porchlight.client.fixture.WatchServer.closing;
import static dev.porchlight.client.fixture.WatchServer.says;
import static dev.porchlight.client.fixture.WatchServer.staying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.fixture.Clients;
import dev.porchlight.client.fixture.HandTime;
import dev.porchlight.client.fixture.RawServer;
import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.wire.WatchEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchTest {
    private final RawServer server = new RawServer();
    private final HandTime time = new HandTime();
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private PresenceClient client = Clients.at(server.uri(), time).build();

    private final WatchListener listener = new WatchListener() {
        @Override
        public void changed(WatchEvent event) {
            told.add(event);
        }

        @Override
        public void unknown(List<String> users) {
            told.add(users);
        }

        @Override
        public void state(WatchState state) {
            told.add(state);
        }
    };

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theRosterHoldsTheNewestAnswerWhateverComesLateOrTwice() throws Exception {
        server.then(says(
                server,
                staying(server),
                answer("ada", "Away", 2),
                answer("ada", "Available", 1),
                answer("ada", "Away", 2),
                "{\"unknown\":[\"nobody\"]}",
                "{\"something\":\"new\"}",
                answer("ada", "Busy", 3)));
        Watch watch = begin("ada", "nobody");

        assertThat(next(WatchEvent.class).status()).isEqualTo("Away");
        assertThat((Object) next(List.class)).isEqualTo(List.of("nobody"));
        assertThat(next(WatchEvent.class).status()).isEqualTo("Busy");
        assertThat(watch.roster().of("ada").orElseThrow().revision()).isEqualTo(3);
        assertThat(watch.roster().all()).hasSize(1);
        assertThat(server.arrived().getFirst().line()).isEqualTo("GET /v1/watch HTTP/1.1");
        assertThat(server.arrived().getFirst().header("Authorization")).isEqualTo("Bearer a-token");
        assertThat(server.arrived().getFirst().header("Sec-WebSocket-Protocol")).isEqualTo("porchlight.v1");
    }

    @Test
    void aCorrectionStandsWhateverWasToldBefore() throws Exception {
        String corrected = answer("ada", "Busy", 17).replace("}", ",\"corrected\":true}");
        server.then(says(server, staying(server), answer("ada", "Away", 18), corrected));
        Watch watch = begin("ada");

        assertThat(next(WatchEvent.class).status()).isEqualTo("Away");
        assertThat(next(WatchEvent.class).status()).isEqualTo("Busy");
        assertThat(watch.roster().of("ada").orElseThrow().revision()).isEqualTo(17);
    }

    @Test
    void aBrokenConnectionComesBackWithWhatIsKnown() throws Exception {
        server.then(
                says(server, closing(4500, "the server failed"), answer("ada", "Away", 17)),
                says(server, staying(server), answer("ada", "Busy", 18)));
        Watch watch = begin("ada", "bob");
        next(WatchEvent.class);
        WatchState.WaitingToReconnect waiting = next(WatchState.WaitingToReconnect.class);
        Duration wait = Duration.between(time.instant(), waiting.until());
        time.pass(wait);

        assertThat(wait).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(next(WatchEvent.class).status()).isEqualTo("Busy");
        assertThat(watch.roster().of("ada").orElseThrow().status()).isEqualTo("Busy");
        assertThat(server.heard())
                .containsExactly(
                        "{\"watch\":[\"ada\",\"bob\"],\"known\":{}}",
                        "{\"watch\":[\"ada\",\"bob\"],\"known\":{\"ada\":17}}");
    }

    @Test
    void aConnectionThatIsCutWithoutAWordIsNoticedByItsPings() throws Exception {
        server.then(
                says(server, breaking(), answer("ada", "Away", 17)),
                says(server, staying(server), answer("ada", "Busy", 18)));
        begin("ada");
        next(WatchEvent.class);
        time.pass(Duration.ofSeconds(45));
        next(WatchState.WaitingToReconnect.class);
        time.pass(Duration.ofSeconds(1));

        assertThat(next(WatchEvent.class).status()).isEqualTo("Busy");
    }

    @Test
    void whoStaysDownIsAskedLessAndLessOften() throws Exception {
        server.otherwise(html(502));
        begin("ada");
        Duration last = Duration.ZERO;
        for (int tries = 0; tries < 10; tries++) {
            last = Duration.between(
                    time.instant(), next(WatchState.WaitingToReconnect.class).until());
            time.pass(last);
        }

        assertThat(last).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void anAdviceIsFollowed() throws Exception {
        server.then(
                says(server, closing(4503, "the server is going down"), "{\"reconnect_in\":7321}"),
                says(server, staying(server), answer("ada", "Busy", 18)));
        begin("ada");

        WatchState.WaitingToReconnect waiting = next(WatchState.WaitingToReconnect.class);
        assertThat(Duration.between(time.instant(), waiting.until())).isEqualTo(Duration.ofMillis(7321));
        assertThat(waiting.because().message()).contains("going down", "4503");
        time.pass(Duration.ofMillis(7321));
        next(WatchEvent.class);
    }

    @Test
    void whoIsSentAwayForGoodStaysAway() throws Exception {
        server.then(says(server, closing(4413, "more users than one connection may watch")));
        Watch watch = begin("ada");

        assertThat(next(WatchState.Ended.class).because())
                .isInstanceOfSatisfying(PresenceError.WatchEnded.class, ended -> {
                    assertThat(ended.code()).isEqualTo(4413);
                    assertThat(ended.message()).contains("more users");
                });
        assertThat(watch.ended()).isDone();
        time.pass(Duration.ofHours(1));
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void aTokenThatEndedIsTheEndUnlessThereIsAnother() throws Exception {
        server.then(
                says(server, closing(4401, "the access token was revoked or has expired")),
                says(server, closing(4401, "the access token was revoked or has expired")));
        client = Clients.at(server.uri(), time).tokens(new TwoTokens()).build();
        begin("ada");
        next(WatchState.WaitingToReconnect.class);
        time.pass(Duration.ofSeconds(1));

        assertThat(next(WatchState.Ended.class).because()).isInstanceOf(PresenceError.WatchEnded.class);
        assertThat(server.arrived())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void aHandshakeThatIsRefusedSaysWhy() throws Exception {
        server.then(json(400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes.\"}"));
        begin("ada");

        assertThat(next(WatchState.Ended.class).because())
                .isInstanceOfSatisfying(
                        PresenceError.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void aHandshakeThatIsTooSoonIsTriedAgainWhenTheServerSays() throws Exception {
        server.then(json(429, "{\"code\":429,\"message\":\"Too many connections.\"}", "Retry-After: 30"));
        begin("ada");

        Duration wait = Duration.between(
                time.instant(), next(WatchState.WaitingToReconnect.class).until());
        assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Test
    void aServerOfWhichNothingIsHeardIsLeft() throws Exception {
        server.then(
                says(server, staying(server), answer("ada", "Away", 1)),
                says(server, staying(server), answer("ada", "Busy", 2)));
        begin("ada");
        next(WatchEvent.class);
        time.pass(Duration.ofSeconds(45));

        assertThat(next(WatchState.WaitingToReconnect.class).because().message())
                .contains("40 s");
        time.pass(Duration.ofSeconds(1));
        assertThat(next(WatchEvent.class).status()).isEqualTo("Busy");
    }

    @Test
    void closingIsTheEnd() throws Exception {
        server.then(says(server, staying(server), answer("ada", "Away", 1)));
        Watch watch = begin("ada");
        next(WatchEvent.class);
        watch.close();

        assertThat(next(WatchState.Ended.class).because()).isNull();
        time.pass(Duration.ofHours(1));
        assertThat(server.arrived()).hasSize(1);
        assertThat(time.planned()).isZero();
    }

    private Watch begin(String... users) {
        Watch watch = client.watch(List.of(users), listener);
        time.settle();
        return watch;
    }

    /** The next that was told of this kind; others before it are passed over, but for news. */
    private <T> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            Object next = told.poll(10, TimeUnit.SECONDS);
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
            assertThat(next).isInstanceOf(WatchState.class);
        }
    }

    private static String answer(String user, String status, long revision) {
        return "{\"user\":\"" + user + "\",\"status\":\"" + status
                + "\",\"since\":\"2026-03-27T04:00:00Z\",\"revision\":" + revision
                + ",\"changed_at\":\"2026-03-27T04:00:00Z\"}";
    }

    private static final class TwoTokens implements AccessTokens {
        private String token = "first";

        @Override
        public String current() {
            return token;
        }

        @Override
        public boolean refused(String refused) {
            token = "second";
            return refused.equals("first");
        }
    }
}
