package dev.porchlight.server.webhook;

import static dev.porchlight.server.webhook.Subscribers.STATUS_ONLY;
import static dev.porchlight.server.webhook.Subscribers.set;
import static dev.porchlight.server.webhook.Subscribers.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Receivers that do what they should not: each costs its own three seconds at most, and others nothing. */
class HostileReceiversTest {
    /** Three seconds, and something for a machine that is busy. */
    private static final long LONGEST_MILLIS = 4_500;

    private static final int CHANGES = 10;

    /** Far less than one wait for a hostile receiver would cost with each change. */
    private static final long BESIDE_MILLIS = 6_000;

    @AutoClose
    private final HouseUnderTest house = Subscribers.house();

    @ParameterizedTest
    @EnumSource
    void whateverItDoesItIsOverInTime(Hostile.Habit habit) throws Exception {
        try (Hostile hostile = new Hostile(habit);
                Sender sender =
                        new Sender(Subscribers.settings().webhooks(), InstantSource.system(), InstantSource.system())) {
            Parcel parcel = new Parcel(hostile.url(), "secret", 1, "id", "{}");

            Answer answer = sender.send(parcel).toCompletableFuture().get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);

            assertThat(answer.status()).as(answer.note()).isIn(habit.seenAs());
            assertThat(answer.note()).isNotBlank();
            assertThat(answer.body().length()).isLessThanOrEqualTo(Sender.MAX_ANSWER);
            assertThat(hostile.wasLedElsewhere()).isFalse();
        }
    }

    @Test
    void besideAllOfThemAGoodOneIsServedAsIfItWereAlone() throws Exception {
        List<Hostile> hostiles =
                List.of(Hostile.Habit.values()).stream().map(Hostile::proving).toList();
        try (Receiver good = new Receiver()) {
            house.addSignedIn("ada");
            for (Hostile hostile : hostiles) {
                subscribe(house, hostile.url(), STATUS_ONLY).hasStatus(201);
                hostile.awaitProof();
            }
            subscribe(house, good, STATUS_ONLY);
            set(house, "ada", "Away");
            good.next();

            long start = System.nanoTime();
            for (int i = 1; i <= CHANGES; i++) {
                set(house, "ada", i % 2 == 0 ? "Away" : "Busy");
                assertThat(good.next().number()).isEqualTo(i + 1L);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(BESIDE_MILLIS));
        } finally {
            for (Hostile hostile : hostiles) {
                hostile.close();
            }
        }
    }
}
