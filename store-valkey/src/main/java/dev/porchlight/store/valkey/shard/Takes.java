package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Looks into the outboxes of shards, and takes from them. */
final class Takes {
    private static final Script<List<?>> TAKE = Answer.list("take");

    private final Lines lines;
    private final AtomicLong numbers;

    Takes(Lines lines, long firstNumber) {
        this.lines = lines;
        this.numbers = new AtomicLong(firstNumber);
    }

    /**
     * What a look saw.
     *
     * @param any whether anything waits, ready or not
     * @param sequences of what is ready
     */
    record Seen(boolean any, List<Long> sequences) {}

    CompletionStage<Seen> look(Shard shard, Instant now, int limit) {
        return lines.ask(TAKE, keys(shard), args(now, Bytes.none(), limit)).thenApply(answer -> {
            List<Long> sequences = answer.stream()
                    .skip(1)
                    .map(id -> Waiting.sequence(Answer.bytes(id), shard))
                    .toList();
            return new Seen(Answer.number(answer.getFirst()) == 1, sequences);
        });
    }

    /** Takes as many of each shard as are wanted of it: those, where nobody else took them meanwhile. */
    CompletionStage<List<Entry>> take(List<Long> wanted, Spread spread, Instant now, Instant until) {
        Map<Integer, Long> counts =
                wanted.stream().collect(Collectors.groupingBy(Waiting::shard, Collectors.counting()));
        List<CompletionStage<List<Entry>>> parts = new ArrayList<>();
        counts.forEach(
                (number, count) -> parts.add(take(spread.all().get(number), now, until, Math.toIntExact(count))));
        return All.of(parts)
                .thenApply(all -> all.stream().flatMap(Collection::stream).toList());
    }

    private CompletionStage<List<Entry>> take(Shard shard, Instant now, Instant until, int count) {
        return lines.run(TAKE, keys(shard), args(now, Keys.instant(until), count))
                .thenApply(answer -> {
                    List<Entry> entries = new ArrayList<>();
                    for (int i = 1; i < answer.size(); i += 3) {
                        entries.add(new Entry(
                                Waiting.sequence(Answer.bytes(answer.get(i)), shard),
                                Math.toIntExact(Answer.number(answer.get(i + 1))),
                                Told.decode(Answer.bytes(answer.get(i + 2)))));
                    }
                    return entries;
                });
    }

    private static List<byte[]> keys(Shard shard) {
        return List.of(shard.out(), shard.held());
    }

    private List<byte[]> args(Instant now, byte[] until, int limit) {
        return List.of(Keys.instant(now), until, Keys.sequence(numbers.incrementAndGet()), Bytes.digits(limit));
    }
}
