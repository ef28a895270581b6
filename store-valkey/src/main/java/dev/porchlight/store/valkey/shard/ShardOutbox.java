package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.Repeat;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The outboxes of the shards. Entries are taken where this node has committed or seen some, and, once in {@link #UNSEEN}, of the
 * shards that it looks after: where nothing happens, next to nothing is asked.
 */
final class ShardOutbox implements Outbox {
    private static final Script<Boolean> DONE = Answer.yesOrNo("done");
    private static final Script<Boolean> AGAIN = Answer.yesOrNo("again");
    private static final Script<List<?>> TRIM = Answer.list("trim-outbox");
    private static final Script<List<?>> WAITS = Answer.list("waits");
    private static final long UNSEEN = Duration.ofSeconds(2).toNanos();
    private static final Pieces.Walk PIECES = Pieces.Walk.ofStream(500);

    private final Lines lines;
    private final Spread spread;
    private final Ownership ownership;
    private final LongSupplier nanos;
    private final Takes takes;
    private final List<Mark> marks =
            Stream.generate(Mark::new).limit(Spread.SHARDS).toList();

    /** @param firstNumber drawn at random, so that no two nodes give the same number to a taking */
    ShardOutbox(Lines lines, Spread spread, Ownership ownership, LongSupplier nanos, long firstNumber) {
        this.lines = lines;
        this.spread = spread;
        this.ownership = ownership;
        this.nanos = nanos;
        this.takes = new Takes(lines, firstNumber);
    }

    /** After a commit. */
    void set(Shard shard) {
        marks.get(shard.number()).set();
    }

    @Override
    public CompletionStage<List<Entry>> take(Instant now, int limit, Duration hold) {
        if (limit < 1) {
            return CompletableFuture.completedStage(List.of());
        }
        List<Entry> taken = new ArrayList<>();
        return Repeat.whileTrue(() -> round(now, limit - taken.size(), now.plus(hold), taken))
                .thenApply(done -> taken.stream()
                        .sorted(Comparator.comparingLong(Entry::sequence))
                        .toList());
    }

    /** Looks for the oldest and takes them. Answers whether more can be had: some may have been taken by others meanwhile. */
    private CompletionStage<Boolean> round(Instant now, int limit, Instant until, List<Entry> taken) {
        long time = nanos.getAsLong();
        List<Shard> shards = spread.all().stream()
                .filter(shard -> marks.get(shard.number()).isSet()
                        || (ownership.owns(shard) && marks.get(shard.number()).isUnseenFor(UNSEEN, time)))
                .toList();
        if (shards.isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        int share = Front.share(limit, shards.size());
        return All.of(shards.stream().map(shard -> look(shard, now, share)).toList())
                .thenCompose(fronts -> {
                    List<Long> known = Front.merged(fronts, Comparator.naturalOrder());
                    List<Long> wanted = known.stream().limit(limit).toList();
                    boolean more =
                            known.size() > wanted.size() || fronts.stream().anyMatch(Front::isCut);
                    return takes.take(wanted, spread, now, until).thenApply(entries -> {
                        taken.addAll(entries);
                        return more && entries.size() < limit;
                    });
                });
    }

    private CompletionStage<Front<Long>> look(Shard shard, Instant now, int limit) {
        Mark mark = marks.get(shard.number());
        Look look = mark.look(nanos.getAsLong());
        return takes.look(shard, now, limit).thenApply(seen -> {
            mark.saw(look, seen.any());
            return new Front<>(seen.sequences(), seen.sequences().size() == limit);
        });
    }

    @Override
    public CompletionStage<Void> done(Entry entry) {
        Shard shard = shard(entry);
        return lines.run(
                        DONE,
                        List.of(shard.out(), shard.held()),
                        List.of(Keys.user(entry.event().user()), Waiting.id(entry.sequence())))
                .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<Void> again(Entry entry, Instant notBefore) {
        Shard shard = shard(entry);
        return lines.run(
                        AGAIN,
                        List.of(shard.out(), shard.held()),
                        List.of(
                                Keys.user(entry.event().user()),
                                Waiting.id(entry.sequence()),
                                Waiting.putBack(entry.sequence(), notBefore, entry.attempts() + 1)))
                .thenAccept(done -> {});
    }

    /** Of some entries those that are still there, in the order given. */
    CompletionStage<List<Entry>> waiting(List<Entry> entries) {
        return All.of(entries.stream()
                        .map(entry ->
                                lines.ask(WAITS, List.of(shard(entry).out()), List.of(Waiting.id(entry.sequence()))))
                        .toList())
                .thenApply(answers -> {
                    List<Entry> there = new ArrayList<>();
                    for (int i = 0; i < entries.size(); i++) {
                        if (Answer.number(answers.get(i).getFirst()) == 1) {
                            there.add(entries.get(i));
                        }
                    }
                    return there;
                });
    }

    @Override
    public CompletionStage<Long> trim(Instant before) {
        byte[] bound = Keys.instant(before);
        return All.sum(
                spread.all().stream().filter(ownership::owns),
                shard -> Pieces.sum(lines, TRIM, List.of(shard.out(), shard.held()), bound, PIECES));
    }

    private Shard shard(Entry entry) {
        return spread.all().get(Waiting.shard(entry.sequence()));
    }
}
