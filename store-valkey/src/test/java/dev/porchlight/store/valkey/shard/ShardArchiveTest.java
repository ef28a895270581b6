package dev.porchlight.store.valkey.shard;

import static dev.porchlight.store.valkey.shard.Changes.ADA;
import static dev.porchlight.store.valkey.shard.Changes.BOB;
import static dev.porchlight.store.valkey.shard.Changes.NOON;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.engine.port.Ledger.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShardArchiveTest {
    private static final Reading LOOK = new Reading(BOB, NOON, "user:ada", NOON, NOON.plusSeconds(1));

    private final ShardStore store = ShardStore.open();
    private final ShardArchive archive = store.shards().archive();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsHandedOverCanBeLoadedElsewhere() {
        for (int i = 0; i < 300; i++) {
            UserKey user = new UserKey("acme", "user-" + i);
            Changes.change(store.ledger(), user, Duration.ofHours(1), NOON.plusSeconds(i));
            Changes.change(store.ledger(), user, Duration.ofHours(1), NOON.plusSeconds(i + 1));
        }
        await(store.history().trace(LOOK));
        List<Item> items = everything(archive);
        assertThat(items).hasSize(901);

        try (ShardStore other = ShardStore.open()) {
            ShardArchive target = other.shards().archive();
            assertThat(await(target.check(items))).hasSize(901).containsOnly(Written.DONE);
            assertThat(await(target.load(items)).answers()).hasSize(901).containsOnly(Written.DONE);

            assertThat(everything(target)).isEqualTo(items);
            assertThat(await(other.alarms().next()))
                    .contains(NOON.plus(Duration.ofHours(1)).plusSeconds(1));
        }
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        Accepted ada = first(ADA);
        List<Item> items = List.of(new Item.OfPresence(ada.next(), ada.alarm()), event(ada), new Item.OfReading(LOOK));
        ShardArchive.Loaded loaded = await(archive.load(items));
        assertThat(everything(archive)).containsExactlyInAnyOrderElementsOf(items);

        await(loaded.undone());

        assertThat(everything(archive)).isEmpty();
        assertThat(await(store.alarms().next())).isEmpty();
        assertThat(await(store.ledger().commit(ada))).isEqualTo(Commit.COMMITTED);
    }

    @Test
    void whatWasThereBeforeStaysWhenTheRestIsTakenBack() {
        Accepted ada = Changes.change(store.ledger(), ADA);
        await(store.history().trace(LOOK));
        List<Item> before = everything(archive);
        Accepted later = Changes.decide(ada.next(), Activity.IDLE, Duration.ofHours(1), NOON.plusSeconds(1));

        ShardArchive.Loaded loaded = await(archive.load(List.of(event(ada), event(later), new Item.OfReading(LOOK))));
        assertThat(everything(archive)).hasSize(before.size() + 1);
        await(loaded.undone());

        assertThat(everything(archive)).isEqualTo(before);
    }

    @Test
    void aPresenceIsRefusedWhereThereIsOneOrWasALaterOne() {
        Accepted ada = Changes.change(store.ledger(), ADA);
        Item again = new Item.OfPresence(ada.next(), null);
        assertThat(await(archive.check(List.of(again)))).containsExactly(Written.ID_TAKEN);
        assertThat(await(archive.load(List.of(again))).answers()).containsExactly(Written.ID_TAKEN);

        assertThat(await(store.shards().removal().remove(ADA, 1))).isTrue();

        assertThat(await(archive.check(List.of(again)))).containsExactly(Written.ID_TAKEN);
        assertThat(await(archive.load(List.of(again))).answers()).containsExactly(Written.ID_TAKEN);
        assertThat(everything(archive)).isEmpty();
    }

    @Test
    void twoPresencesOfAUserAreOneTooMany() {
        Item item = new Item.OfPresence(first(ADA).next(), null);

        assertThat(await(archive.check(List.of(item, item)))).containsExactly(Written.DONE, Written.ID_TAKEN);
    }

    @Test
    void eventsAreLoadedInWhateverOrder() {
        Accepted one = first(ADA);
        Accepted two = Changes.decide(one.next(), Activity.IDLE, Duration.ofHours(1), NOON.plusSeconds(1));
        Accepted three = Changes.decide(two.next(), Activity.ACTIVE, Duration.ofHours(1), NOON.plusSeconds(2));

        await(archive.load(List.of(event(two))));
        await(archive.load(List.of(event(three), event(one), event(two))));

        assertThat(everything(archive)).containsExactly(event(one), event(two), event(three));
        assertThat(await(store.history().trim(Instant.MAX))).isEqualTo(3);
        assertThat(await(store.ledger().read(ADA))).isEqualTo(Presence.none(ADA));
    }

    private static Accepted first(UserKey user) {
        return Changes.decide(Presence.none(user), Activity.ACTIVE, Duration.ofHours(1), NOON);
    }

    private static Item event(Accepted accepted) {
        return new Item.OfEvent(Objects.requireNonNull(accepted.event()));
    }

    private static List<Item> everything(ShardArchive archive) {
        List<Item> all = new ArrayList<>();
        archive.forEach(all::add);
        return all;
    }
}
