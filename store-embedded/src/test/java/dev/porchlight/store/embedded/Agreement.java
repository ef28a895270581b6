package dev.porchlight.store.embedded;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What must agree after any failure, where every commit had an event: state, history, alarms and outbox, none of them ahead
 * of the others, without a hole, and nothing missing that was acknowledged.
 */
final class Agreement {
    private static final int ALL = 1_000_000;

    /** What an earlier check took out of the outbox, by user the highest revision. */
    private final Map<UserKey, Long> takenBefore = new HashMap<>();

    /** @param acknowledged the highest revision of each user that a writer was told of */
    void check(Store store, Map<UserKey, Long> acknowledged) {
        Map<UserKey, Long> revisions = new HashMap<>();
        List<UserKey> alarmed = new ArrayList<>();
        store.archive().forEach(item -> {
            if (item instanceof Item.OfPresence(var presence, var alarm)) {
                revisions.put(presence.user(), presence.revision());
                if (alarm != null) {
                    alarmed.add(presence.user());
                }
            }
        });
        acknowledged.forEach((user, revision) ->
                assertThat(revisions.getOrDefault(user, 0L)).as(user.user()).isGreaterThanOrEqualTo(revision));
        assertThat(await(store.alarms().due(Instant.MAX, ALL))).containsExactlyInAnyOrderElementsOf(alarmed);
        Map<UserKey, List<Long>> waiting = outbox(store);
        revisions.forEach((user, revision) -> {
            List<Long> all = LongStream.rangeClosed(1, revision).boxed().toList();
            assertThat(history(store, user)).as("history of " + user.user()).isEqualTo(all);
            assertThat(waiting.getOrDefault(user, List.of()))
                    .as("outbox of " + user.user())
                    .isEqualTo(all.subList(takenBefore.getOrDefault(user, 0L).intValue(), all.size()));
            assertThat(await(store.ledger().read(user)).revision()).isEqualTo(revision);
        });
        assertThat(revisions.keySet()).containsAll(waiting.keySet());
        takenBefore.putAll(revisions);
    }

    private static List<Long> history(Store store, UserKey user) {
        return await(store.history().between(user, Instant.EPOCH, Instant.MAX, ALL)).stream()
                .map(PresenceEvent::revision)
                .toList();
    }

    /** Takes all that is in it, by user in order. */
    private static Map<UserKey, List<Long>> outbox(Store store) {
        Map<UserKey, List<Long>> waiting = new HashMap<>();
        List<Entry> taken = await(store.outbox().take(Instant.EPOCH, ALL, Duration.ZERO));
        while (!taken.isEmpty()) {
            for (Entry entry : taken) {
                waiting.computeIfAbsent(entry.event().user(), user -> new ArrayList<>())
                        .add(entry.event().revision());
            }
            taken.stream().map(store.outbox()::done).toList().forEach(Stages::await);
            taken = await(store.outbox().take(Instant.EPOCH, ALL, Duration.ZERO));
        }
        return waiting;
    }
}
