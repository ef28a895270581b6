package dev.porchlight.store.embedded;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger.Commit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWritersTest {
    private static final int WRITERS = 64;
    private static final int COMMITS_EACH = 30;
    private static final int USERS = 8;

    @TempDir
    private Path folder;

    private final Map<UserKey, List<Long>> told = new ConcurrentHashMap<>();

    @Test
    void sixtyFourWritersOverEightUsersLeaveNoHoleAndTheFeedTellsAllInOrder() {
        try (EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.DEFAULTS)) {
            users().forEach(user -> await(store.feed().watch(user, new Recorder())));
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                IntStream.range(0, WRITERS).forEach(writer -> writers.execute(() -> write(store, writer)));
            }
            Map<UserKey, Long> all = new HashMap<>();
            users().forEach(user -> all.put(user, (long) WRITERS * COMMITS_EACH / USERS));
            all.forEach((user, revisions) -> assertThat(told.get(user))
                    .isEqualTo(LongStream.rangeClosed(1, revisions).boxed().toList()));
            new Agreement().check(store, all);
        }
    }

    /** With memory for a few hundred, so that users are forgotten and read again while they are written. */
    @Test
    void writersOverMoreUsersThanFitInMemoryLoseNothing() {
        try (EmbeddedStore store = EmbeddedStore.open(folder, new StoreOptions(1 << 20, 16 << 20))) {
            Map<UserKey, Long> acknowledged = new ConcurrentHashMap<>();
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                IntStream.range(0, WRITERS)
                        .forEach(writer -> writers.execute(() -> wander(store, new Random(writer), acknowledged)));
            }
            new Agreement().check(store, acknowledged);
            assertThat(acknowledged.values()).anyMatch(revision -> revision > 2);
        }
    }

    private static void wander(EmbeddedStore store, Random random, Map<UserKey, Long> acknowledged) {
        for (int i = 0; i < 60; i++) {
            UserKey user = new UserKey("acme", "user-" + (int) Math.abs(random.nextGaussian() * 800));
            Accepted accepted = Changes.decide(await(store.ledger().read(user)), Changes.NOON);
            if (await(store.ledger().commit(accepted)) == Commit.COMMITTED) {
                acknowledged.merge(user, accepted.next().revision(), Math::max);
            }
        }
    }

    private static void write(EmbeddedStore store, int writer) {
        UserKey user = users().get(writer % USERS);
        for (int done = 0; done < COMMITS_EACH; ) {
            Accepted accepted = Changes.decide(await(store.ledger().read(user)), Changes.NOON);
            done += await(store.ledger().commit(accepted)) == Commit.COMMITTED ? 1 : 0;
        }
    }

    private static List<UserKey> users() {
        return IntStream.range(0, USERS)
                .mapToObj(i -> new UserKey("acme", "user-" + i))
                .toList();
    }

    private final class Recorder implements Feed.Listener {
        @Override
        public void changed(PresenceEvent event) {
            told.computeIfAbsent(event.user(), user -> new CopyOnWriteArrayList<>())
                    .add(event.revision());
        }

        @Override
        public void gap(UserKey user) {
            throw new AssertionError("a gap nobody made: " + user);
        }
    }
}
