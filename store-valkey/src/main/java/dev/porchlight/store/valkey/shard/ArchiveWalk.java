package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.Repeat;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/**
 * Reads all users of all shards, each as of one moment, some thousand before it hands any over: so a small store is handed over
 * as it was when the walk began, and of a large one not much is ever in memory.
 */
final class ArchiveWalk {
    private static final Script<List<?>> USERS = Answer.list("users");
    private static final Script<List<?>> USER = Answer.list("user");
    private static final int SHARDS_AT_A_TIME = 64;
    private static final int USERS_AT_A_TIME = 256;
    private static final int ITEMS_IN_MEMORY = 16_384;
    private static final byte[] PIECE = Bytes.digits(256);
    private static final byte[] START = Keys.text("0");

    private final Lines lines;
    private final Spread spread;
    private final Consumer<Item> consumer;
    private final List<Item> read = new ArrayList<>();

    ArchiveWalk(Lines lines, Spread spread, Consumer<Item> consumer) {
        this.lines = lines;
        this.spread = spread;
        this.consumer = consumer;
    }

    /** Blocks until all is handed over. */
    void run() {
        spread.all().stream().gather(Gatherers.windowFixed(SHARDS_AT_A_TIME)).forEach(this::readAll);
        handOver();
    }

    private void readAll(List<Shard> shards) {
        List<byte[]> residents = All.join(
                        All.of(shards.stream().map(this::residents).toList()))
                .stream()
                .flatMap(Collection::stream)
                .toList();
        residents.stream().gather(Gatherers.windowFixed(USERS_AT_A_TIME)).forEach(some -> {
            All.join(All.of(some.stream().map(this::items).toList())).forEach(read::addAll);
            if (read.size() >= ITEMS_IN_MEMORY) {
                handOver();
            }
        });
    }

    private void handOver() {
        read.forEach(consumer);
        read.clear();
    }

    private CompletionStage<List<byte[]>> residents(Shard shard) {
        TreeSet<byte[]> users = new TreeSet<>(Arrays::compareUnsigned);
        AtomicReference<byte[]> from = new AtomicReference<>(START);
        return Repeat.whileTrue(() -> lines.ask(USERS, List.of(shard.presences()), List.of(from.get(), PIECE))
                        .thenApply(answer -> {
                            from.set(Answer.bytes(answer.getFirst()));
                            answer.stream().skip(1).map(Answer::bytes).forEach(users::add);
                            return !Arrays.equals(from.get(), START);
                        }))
                .thenApply(done -> List.copyOf(users));
    }

    private CompletionStage<List<Item>> items(byte[] user) {
        Shard shard = spread.of(user);
        return lines.ask(USER, List.of(shard.presences(), shard.history(user), shard.readings()), List.of(user))
                .thenApply(answer -> {
                    List<Item> items = new ArrayList<>();
                    byte[] row = Answer.bytes(answer.getFirst());
                    if (row.length > 0) {
                        Row stored = Row.decode(Bytes.userAt(user, 0), row, null);
                        items.add(new Item.OfPresence(stored.presence(), stored.alarm()));
                    }
                    for (Object told : Answer.list(answer.get(1))) {
                        items.add(new Item.OfEvent(Told.decode(Answer.bytes(told))));
                    }
                    for (Object member : Answer.list(answer.get(2))) {
                        items.add(new Item.OfReading(Readings.decode(Answer.bytes(member), user.length)));
                    }
                    return items;
                });
    }
}
