package dev.porchlight.bench.shared;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.store.Population;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.engine.watch.Mailbox;
import dev.porchlight.store.valkey.ValkeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How changes reach watchers on other nodes: how many a second, and how many messages of the store that takes. */
record Spreading(Redis redis, int callers, int seconds) {
    private static final int USERS = 6_400;
    private static final int WATCHERS_EACH = 6;
    private static final int MOST_NODES = 16;

    List<Row> run() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.add(deliveries());
        rows.addAll(messages());
        return rows;
    }

    /** Commits on one node; each user is watched by six connections of another. */
    private Row deliveries() throws InterruptedException {
        try (ValkeyStore writing = redis.node("spread");
                ValkeyStore watching = redis.node("spread");
                Writers writers = new Writers(callers)) {
            Watching watchers = new Watching(watching);
            for (int user = 0; user < USERS; user++) {
                watchers.add(Population.user(user), WATCHERS_EACH);
            }
            watchers.awaitFirst();
            Writer writer = new NodeWriter(writing.ledger(), 0, USERS, callers);
            writers.run(writer, seconds);
            long before = watchers.told();
            long start = System.nanoTime();
            double commits = writers.run(writer, seconds);
            double told = (watchers.told() - before) / ((System.nanoTime() - start) / 1e9);
            return Row.plain(
                    "deliveries/s to watchers on another node (six for each user), at so many commits/s",
                    "",
                    String.format(Locale.ROOT, "%,.0f at %,.0f", told, commits));
        }
    }

    /** One user, and more and more nodes, of which up to two have watchers of that user, a hundred each. */
    private List<Row> messages() {
        List<Row> rows = new ArrayList<>();
        for (int nodes = 1; nodes <= MOST_NODES; nodes *= 2) {
            int interested = Math.min(nodes, 2);
            rows.add(Row.plain(
                    String.format(
                            Locale.ROOT,
                            "messages for an update: %d nodes, %d with 100 watchers each",
                            nodes,
                            interested),
                    "",
                    String.format(Locale.ROOT, "%.2f", messages(nodes, interested))));
        }
        return rows;
    }

    private double messages(int nodes, int interested) {
        String prefix = "messages-" + nodes;
        UserKey user = Population.user(0);
        List<ValkeyStore> stores = new ArrayList<>();
        try {
            for (int node = 0; node < nodes; node++) {
                stores.add(redis.node(prefix));
            }
            List<Watching> watching = new ArrayList<>();
            for (ValkeyStore store : stores.subList(0, interested)) {
                Watching watchers = new Watching(store);
                watchers.add(user, 100);
                watchers.awaitFirst();
                watchers.count(user);
                watching.add(watchers);
            }
            int updates = 100;
            NodeWriter writer = new NodeWriter(stores.getLast().ledger(), 0, 1, 1);
            for (int update = 0; update < updates; update++) {
                writer.next(0).toCompletableFuture().join();
            }
            for (Watching watchers : watching) {
                watchers.awaitRevision(updates);
            }
            return watching.stream().mapToLong(Watching::heard).sum() / (double) updates;
        } finally {
            stores.forEach(ValkeyStore::close);
        }
    }

    /** Watchers of one node. */
    private static final class Watching {
        private final FanOut fanOut;
        private final List<Mailbox> mailboxes = new ArrayList<>();
        private final ValkeyStore store;
        private final AtomicLong heard = new AtomicLong();
        private final AtomicLong told = new AtomicLong();
        private final AtomicLong revision = new AtomicLong();

        Watching(ValkeyStore store) {
            this.store = store;
            fanOut = new FanOut(store.feed(), store.ledger());
        }

        void add(UserKey user, int watchers) {
            for (int i = 0; i < watchers; i++) {
                Mailbox[] self = new Mailbox[1];
                self[0] = new Mailbox(1, () -> take(self[0]));
                mailboxes.add(self[0]);
                fanOut.watch(self[0], user, FanOut.NOTHING_KNOWN);
            }
        }

        /** Counts the messages of the store, of which each reaches every listener of the node once. */
        void count(UserKey user) {
            store.feed()
                    .watch(user, new Feed.Listener() {
                        @Override
                        public void changed(PresenceEvent event) {
                            heard.incrementAndGet();
                        }

                        @Override
                        public void gap(UserKey same) {
                            throw new IllegalStateException("messages were lost, so they cannot be counted");
                        }
                    })
                    .toCompletableFuture()
                    .join();
        }

        long heard() {
            return heard.get();
        }

        private void take(Mailbox mailbox) {
            mailbox.drain(1).forEach(shown -> {
                told.incrementAndGet();
                revision.accumulateAndGet(shown.revision(), Math::max);
            });
        }

        long told() {
            return told.get();
        }

        void awaitFirst() {
            while (told.get() < mailboxes.size()) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        void awaitRevision(long wanted) {
            while (revision.get() < wanted) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
