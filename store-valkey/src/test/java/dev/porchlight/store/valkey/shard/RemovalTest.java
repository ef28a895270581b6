package dev.porchlight.store.valkey.shard;

import static dev.porchlight.store.valkey.shard.Changes.ADA;
import static dev.porchlight.store.valkey.shard.Changes.NOON;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.rule.Decision.Accepted;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RemovalTest {
    private final ShardStore store = ShardStore.open();
    private final Removal removal = store.shards().removal();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRemovalThatComesTwiceIsOne() {
        Changes.change(store.ledger(), ADA);

        assertThat(await(removal.remove(ADA, 1))).isTrue();
        assertThat(await(removal.remove(ADA, 1))).isTrue();

        assertThat(await(store.ledger().read(ADA))).isEqualTo(Presence.none(ADA).withRevision(2));
    }

    @Test
    void aRemovalThatComesLateTakesNothingFromWhoHasTheIdNext() {
        Changes.change(store.ledger(), ADA);
        assertThat(await(removal.remove(ADA, 1))).isTrue();
        Accepted next = Changes.change(store.ledger(), ADA);

        assertThat(await(removal.remove(ADA, 1))).isFalse();

        assertThat(await(store.ledger().read(ADA))).isEqualTo(next.next());
        assertThat(await(store.outbox().take(NOON, 10, Duration.ofMinutes(1)))).hasSize(1);
        assertThat(await(removal.revision(ADA))).isEqualTo(3);
    }

    @Test
    void whoHasNoPresenceIsRemovedToo() {
        long revision = await(removal.revision(ADA));

        assertThat(await(removal.remove(ADA, revision))).isTrue();

        assertThat(await(removal.revision(ADA))).isEqualTo(revision + 1);
    }
}
