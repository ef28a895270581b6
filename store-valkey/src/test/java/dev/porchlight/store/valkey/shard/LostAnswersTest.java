package dev.porchlight.store.valkey.shard;

import static dev.porchlight.store.valkey.shard.Changes.ADA;
import static dev.porchlight.store.valkey.shard.Changes.BOB;
import static dev.porchlight.store.valkey.shard.Changes.NOON;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.dir.Stutter;
import io.lettuce.core.XAddArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever writes is sent twice, as after an answer that was lost. */
final class LostAnswersTest {
    private static final Duration HOLD = Duration.ofMinutes(1);

    private final ShardStore store = ShardStore.open(Stutter::new);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCommitIsDoneOnceAndAnsweredAsDone() {
        Accepted first = Changes.change(store.ledger(), ADA);
        Accepted second = Changes.change(store.ledger(), ADA);

        assertThat(await(store.ledger().read(ADA))).isEqualTo(second.next());
        assertThat(await(store.history().between(ADA, NOON, NOON.plusSeconds(1), 10)))
                .containsExactly(first.event(), second.event());
        assertThat(await(store.ledger().commit(second))).isEqualTo(Commit.STALE);
        assertThat(await(store.outbox().trim(NOON.plusSeconds(1))))
                .as("the second answer")
                .isZero();
        assertThat(await(store.outbox().take(NOON, 10, HOLD))).isEmpty();
    }

    @Test
    void whatWasTakenIsAnsweredAgainAndHeldOnce() {
        Changes.change(store.ledger(), ADA);
        Changes.change(store.ledger(), BOB);

        List<Entry> taken = await(store.outbox().take(NOON, 10, HOLD));

        assertThat(taken).hasSize(2);
        assertThat(await(store.outbox().take(NOON, 10, HOLD))).isEmpty();
        await(store.outbox().again(taken.getFirst(), NOON));
        assertThat(await(store.outbox().take(NOON, 10, HOLD)))
                .extracting(Entry::attempts)
                .containsExactly(1);
    }

    @Test
    void aReadingIsTracedOnceAndAUserRemovedOnce() {
        Reading look = new Reading(ADA, NOON, "user:bob", NOON, NOON);
        await(store.history().trace(look));
        assertThat(await(store.history().readings(ADA, NOON, NOON.plusSeconds(1), 10)))
                .containsExactly(look);

        Changes.change(store.ledger(), ADA);
        assertThat(await(store.shards().removal().remove(ADA, 1))).isTrue();

        assertThat(await(store.ledger().read(ADA))).isEqualTo(Presence.none(ADA).withRevision(2));
    }

    @Test
    void anArchiveIsLoadedOnceAndAnsweredAsDone() {
        Accepted ada = Changes.decide(Presence.none(ADA), Activity.ACTIVE, Duration.ofHours(1), NOON);
        Item event = new Item.OfEvent(Objects.requireNonNull(ada.event()));

        assertThat(await(store.shards().archive().load(List.of(new Item.OfPresence(ada.next(), null), event)))
                        .answers())
                .containsExactly(Written.DONE, Written.DONE);

        assertThat(await(store.history().between(ADA, NOON, NOON.plusSeconds(1), 10)))
                .containsExactly(ada.event());
    }

    @Test
    void theSequenceRisesThoughTheServersClockWasPutBack() {
        Shard shard = store.shard(ADA);
        long ahead = 4_000_000_000_000_000L;
        await(store.lines()
                .ask(
                        shard.slot(),
                        line -> line.xadd(
                                shard.out(), new XAddArgs().id(ahead + "-0"), Map.of(Keys.text("u"), Keys.text("x")))));
        await(store.lines().ask(shard.slot(), line -> line.xdel(shard.out(), ahead + "-0")));

        Changes.change(store.ledger(), ADA);
        Changes.change(store.ledger(), BOB);

        assertThat(await(store.outbox().take(NOON, 10, HOLD)).getLast().sequence() >>> Spread.BITS)
                .isEqualTo(ahead + 1);
    }
}
