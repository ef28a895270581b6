package dev.porchlight.store.embedded;

import static dev.porchlight.store.embedded.Changes.ADA;
import static dev.porchlight.store.embedded.Changes.BOB;
import static dev.porchlight.store.embedded.Changes.NOON;
import static dev.porchlight.store.embedded.Changes.change;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History over many days, which is kept by day. */
class TrimTest {
    private static final int DAYS = 20;

    @TempDir
    private Path folder;

    private EmbeddedStore store;

    @BeforeEach
    void fillTwentyDays() {
        store = EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
        for (int day = 0; day < DAYS; day++) {
            change(store, ADA, day(day));
            if (day != 7) {
                change(store, BOB, day(day).plusSeconds(1));
            }
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eventsOfManyDaysAreOneHistory() {
        assertThat(revisions(ADA, Instant.MIN, Instant.MAX, 100)).hasSize(DAYS).isSorted();
        assertThat(revisions(ADA, day(3), day(6), 100)).containsExactly(4L, 5L, 6L);
        assertThat(revisions(ADA, day(3), day(6), 2)).containsExactly(5L, 6L);
        assertThat(await(store.history().asOf(BOB, day(8))))
                .map(PresenceEvent::at)
                .contains(day(6).plusSeconds(1));
    }

    @Test
    void wholeDaysGoAndOfTheLastDayWhatIsOlder() {
        assertThat(await(store.history().trim(day(10).plusSeconds(1)))).isEqualTo(10 + 9 + 1);

        assertThat(revisions(ADA, Instant.MIN, Instant.MAX, 100)).first().isEqualTo(12L);
        assertThat(revisions(BOB, Instant.MIN, Instant.MAX, 100)).hasSize(10);
        assertThat(await(store.history().asOf(ADA, day(10)))).isEmpty();
        assertThat(await(store.history().trim(day(10).plusSeconds(1)))).isZero();
        assertThat(await(store.history().trim(Instant.MAX))).isEqualTo(9 + 10);
        assertThat(await(store.history().trim(Instant.MIN))).isZero();
    }

    @Test
    void aDayOfThousandsIsTrimmedInParts() {
        Instant later = day(DAYS + 5);
        for (int i = 0; i < 5_000; i++) {
            store.ledger().commit(Changes.decide(Presence.none(new UserKey("acme", "user-" + i)), later.plusMillis(i)));
        }

        assertThat(await(store.history().trim(later.plusMillis(4_500)))).isEqualTo(DAYS + DAYS - 1 + 4_500);
        assertThat(await(store.history().asOf(new UserKey("acme", "user-4499"), Instant.MAX)))
                .isEmpty();
        assertThat(await(store.history().asOf(new UserKey("acme", "user-4500"), Instant.MAX)))
                .isPresent();
    }

    @Test
    void aRemovedUserLeavesNoDayBehind() {
        User user = new User("acme", "ada", "ada@example.com", "A", "L", "A L", 1, User.State.ACTIVE, NOON);
        await(store.directory().users().add(List.of(user)));
        await(store.directory().users().remove(ADA));

        assertThat(revisions(ADA, Instant.MIN, Instant.MAX, 100)).isEmpty();
        assertThat(revisions(BOB, Instant.MIN, Instant.MAX, 100)).hasSize(DAYS - 1);
        assertThat(await(store.outbox().take(NOON, 100, Duration.ofMinutes(1))))
                .extracting(entry -> entry.event().user())
                .containsExactly(BOB);
    }

    private List<Long> revisions(UserKey user, Instant from, Instant to, int limit) {
        return await(store.history().between(user, from, to, limit)).stream()
                .map(PresenceEvent::revision)
                .toList();
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}
