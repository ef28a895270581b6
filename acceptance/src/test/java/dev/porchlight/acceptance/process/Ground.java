package dev.porchlight.acceptance.process;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder that no server has open: state, history, outbox and alarm of each user must tell the same. */
final class Ground {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int ALL = 1_000_000;

    /** A take for more users than have entries at the front goes through the whole outbox. */
    private static final int FEW = 4;

    private Ground() {}

    static void check(Path data, Set<String> users) {
        try (Store store = EmbeddedStore.open(data, StoreOptions.DEFAULTS)) {
            Map<UserKey, List<PresenceEvent>> outbox = outbox(store.outbox());
            List<UserKey> alarms = await(store.alarms().due(LATEST, ALL));
            for (String user : users) {
                UserKey key = new UserKey("default", user);
                Presence presence = await(store.ledger().read(key));
                List<PresenceEvent> history = await(store.history().between(key, Instant.EPOCH, LATEST, ALL));
                assertThat(history.getLast().answer()).as(user).isEqualTo(presence.shown());
                assertThat(outbox.get(key)).as("outbox of %s", user).isEqualTo(history);
                Instant next = new Rules(RuleSettings.DEFAULTS)
                        .explain(presence, Instant.now())
                        .nextChange();
                assertThat(alarms.contains(key)).as("alarm of %s", presence).isEqualTo(next != null);
            }
        }
    }

    private static Map<UserKey, List<PresenceEvent>> outbox(Outbox outbox) {
        Map<UserKey, List<PresenceEvent>> taken = new HashMap<>();
        Instant now = Instant.now();
        for (List<Outbox.Entry> entries = take(outbox, now); !entries.isEmpty(); entries = take(outbox, now)) {
            entries.forEach(entry -> taken.computeIfAbsent(entry.event().user(), key -> new ArrayList<>())
                    .add(entry.event()));
            entries.stream().map(outbox::done).toList().forEach(done -> await(done));
        }
        return taken;
    }

    private static List<Outbox.Entry> take(Outbox outbox, Instant now) {
        return await(outbox.take(now, FEW, Duration.ofHours(1)));
    }
}
