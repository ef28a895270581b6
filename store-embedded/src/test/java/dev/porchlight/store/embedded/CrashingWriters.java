package dev.porchlight.store.embedded;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.Stages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** A process of 64 writers over a few users, which prints each acknowledged user and revision until it is killed. */
final class CrashingWriters {
    private static final int WRITERS = 64;
    private static final int USERS = 40;

    private CrashingWriters() {}

    public static void main(String[] args) {
        Store store = EmbeddedStore.open(Path.of(args[0]), StoreOptions.DEFAULTS);
        long seed = Long.parseLong(args[1]);
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed * WRITERS + writer);
            Thread.ofPlatform().start(() -> write(store, random));
        }
    }

    private static void write(Store store, Random random) {
        while (true) {
            UserKey user = new UserKey("acme", "user-" + random.nextInt(USERS));
            Accepted accepted = Changes.decide(Stages.await(store.ledger().read(user)), Instant.now());
            if (Stages.await(store.ledger().commit(accepted)) == Commit.COMMITTED) {
                System.out.println(user.user() + " " + accepted.next().revision());
            }
        }
    }
}
