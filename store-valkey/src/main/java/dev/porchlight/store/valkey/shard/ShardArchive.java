package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The part of an archive that lies in the shards: presences, events, readings. What is stored of one user is stored in one step;
 * of many it is taken back where one cannot be stored.
 */
public final class ShardArchive {
    private static final Script<List<?>> LOAD = Answer.list("load");
    private static final Script<Boolean> UNLOAD = Answer.yesOrNo("unload");

    private final Lines lines;
    private final Spread spread;
    private final ShardLedger ledger;
    private final ShardAlarms alarms;
    private final AtomicLong numbers;

    ShardArchive(Lines lines, Spread spread, ShardLedger ledger, ShardAlarms alarms, long firstNumber) {
        this.lines = lines;
        this.spread = spread;
        this.ledger = ledger;
        this.alarms = alarms;
        this.numbers = new AtomicLong(firstNumber);
    }

    /** Hands over presence, events and readings of one user after the other. Blocks meanwhile. */
    public void forEach(Consumer<Item> consumer) {
        new ArchiveWalk(lines, spread, consumer).run();
    }

    /** What storing them would answer, one answer each; nothing is stored. */
    public CompletionStage<List<Written>> check(List<Item> items) {
        List<UserKey> users = items.stream()
                .filter(Item.OfPresence.class::isInstance)
                .map(ShardArchive::user)
                .toList();
        return ledger.readAll(users).thenApply(there -> {
            Set<UserKey> seen = new HashSet<>();
            return items.stream().map(item -> checked(item, there, seen)).toList();
        });
    }

    private static Written checked(Item item, Map<UserKey, Presence> there, Set<UserKey> seen) {
        if (!(item instanceof Item.OfPresence(var presence, var alarm))) {
            return Written.DONE;
        }
        Presence known = there.getOrDefault(presence.user(), Presence.none(presence.user()));
        boolean none = known.equals(Presence.none(presence.user()).withRevision(known.revision()));
        boolean free = none && presence.revision() > known.revision();
        return free && seen.add(presence.user()) ? Written.DONE : Written.ID_TAKEN;
    }

    /** Stores items that were checked. */
    public CompletionStage<Loaded> load(List<Item> items) {
        Map<UserKey, List<Item>> byUser = new LinkedHashMap<>();
        items.forEach(item ->
                byUser.computeIfAbsent(user(item), user -> new ArrayList<>()).add(item));
        List<CompletionStage<Portion>> parts = new ArrayList<>();
        Set<UserKey> taken = ConcurrentHashMap.newKeySet();
        byUser.forEach((user, all) -> {
            Portion portion = Portion.of(Keys.user(user), all, numbers.incrementAndGet());
            parts.add(run(LOAD, portion).thenApply(answer -> stored(user, portion, answer, taken)));
        });
        return All.of(parts).thenApply(portions -> new Loaded(answers(items, taken), () -> unload(portions)));
    }

    private Portion stored(UserKey user, Portion portion, List<?> answer, Set<UserKey> taken) {
        if (Answer.number(answer.getFirst()) < 0) {
            taken.add(user);
            return Portion.of(portion.user(), List.of(), 0);
        }
        if (portion.presence() != null) {
            alarms.set(spread.of(portion.user()), portion.presence().alarm());
        }
        return portion.stored(answer);
    }

    private static List<Written> answers(List<Item> items, Set<UserKey> taken) {
        return items.stream()
                .map(item ->
                        item instanceof Item.OfPresence && taken.contains(user(item)) ? Written.ID_TAKEN : Written.DONE)
                .toList();
    }

    private CompletionStage<Boolean> unload(List<Portion> portions) {
        return All.of(portions.stream().map(portion -> run(UNLOAD, portion)).toList())
                .thenApply(done -> true);
    }

    private <T> CompletionStage<T> run(Script<T> script, Portion portion) {
        Shard shard = spread.of(portion.user());
        return lines.run(
                script,
                List.of(shard.presences(), shard.due(), shard.history(portion.user()), shard.readings()),
                portion.args());
    }

    private static UserKey user(Item item) {
        return switch (item) {
            case Item.OfPresence(var presence, var alarm) -> presence.user();
            case Item.OfEvent(var event) -> event.user();
            case Item.OfReading(var reading) -> reading.user();
            case Item.OfAccount other -> throw notInShards(other);
            case Item.OfUser other -> throw notInShards(other);
            case Item.OfApp other -> throw notInShards(other);
            case Item.OfToken other -> throw notInShards(other);
            case Item.OfPassword other -> throw notInShards(other);
            case Item.OfGrant other -> throw notInShards(other);
            case Item.OfSubscription other -> throw notInShards(other);
        };
    }

    private static IllegalArgumentException notInShards(Item item) {
        return new IllegalArgumentException("not kept in shards: " + item);
    }

    /** Whether an item is kept in shards. */
    public static boolean holds(Item item) {
        return item instanceof Item.OfPresence || item instanceof Item.OfEvent || item instanceof Item.OfReading;
    }

    /** What was stored, one answer each, and how to take it back. */
    public record Loaded(List<Written> answers, Supplier<CompletionStage<Boolean>> undo) {
        /** Takes it back where one was not stored, here or elsewhere. */
        public CompletionStage<Boolean> undone() {
            return undo.get();
        }
    }
}
