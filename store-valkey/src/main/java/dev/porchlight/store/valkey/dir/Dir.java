package dev.porchlight.store.valkey.dir;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.records.Memory;
import dev.porchlight.rows.records.RowPorts;
import dev.porchlight.store.valkey.line.Lines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What lies in the directory's slot, as ports of the store, for one node. */
public final class Dir implements AutoCloseable {
    /** With the way to the store and back less than a second: so long may a token that another node has revoked be taken. */
    private static final Duration FRESH = Duration.ofMillis(750);

    private static final long BYTES_OF_USERS = 32 << 20;
    private static final long BYTES_OF_TOKENS = 32 << 20;

    private final DirRows rows;
    private final RowPorts ports;
    private final Intents intents;
    private final DirUsers users;
    private final Directory directory;
    private final Deliveries deliveries;

    /**
     * Opens it.
     *
     * @param prefix what every key begins with
     * @param random for names that no other node has, and to keep nodes apart
     */
    public Dir(Lines lines, String prefix, RandomGenerator random, Elsewhere elsewhere) {
        rows = new DirRows(lines, new Places(prefix), random);
        ports = new RowPorts(rows, new DirBeside(), new Memory(BYTES_OF_USERS, BYTES_OF_TOKENS, FRESH));
        intents = new Intents(rows, elsewhere);
        Directory all = ports.directory();
        users = new DirUsers(all.users(), intents);
        directory = new Listed(all.accounts(), users, all.apps(), all.tokens(), all.subscriptions());
        deliveries = new DirDeliveries(ports.deliveries(), elsewhere);
    }

    public Directory directory() {
        return directory;
    }

    public Authority authority() {
        return ports.authority();
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public DeliveryLog deliveryLog() {
        return ports.deliveryLog();
    }

    /** Finishes what a node began and did not live to finish: users that have left the directory leave the other slots. */
    public CompletionStage<Void> finish() {
        return intents.finishAll();
    }

    /** The archive's items from accounts to subscriptions, in its order. What changes meanwhile may be among them or not. Blocks. */
    public void forEach(Consumer<Item> consumer) {
        ports.items().forEach(rows.view(), consumer);
    }

    /** Adds items from accounts to subscriptions, as an archive does: all together or none. */
    public CompletionStage<List<Written>> load(List<Item> items) {
        return drafted(items, true);
    }

    /** What adding them would answer; nothing is stored. */
    public CompletionStage<List<Written>> check(List<Item> items) {
        return drafted(items, false);
    }

    private CompletionStage<List<Written>> drafted(List<Item> items, boolean store) {
        List<Item> all = List.copyOf(items);
        return users.afterThoseWhoLeave(() -> rows.changeAlone(draft -> drafted(draft, all, store), answers -> {}));
    }

    private List<Written> drafted(Draft draft, List<Item> all, boolean store) {
        ports.items().expect(draft, all);
        List<Written> answers =
                all.stream().map(item -> ports.items().load(draft, item)).toList();
        if (!store || !answers.stream().allMatch(answer -> answer == Written.DONE)) {
            draft.discard();
        }
        return answers;
    }

    /** Carries out the changes that wait, and refuses the rest. */
    @Override
    public void close() {
        rows.close();
        ports.forget();
    }

    private record Listed(Accounts accounts, Users users, Apps apps, Tokens tokens, Subscriptions subscriptions)
            implements Directory {}
}
