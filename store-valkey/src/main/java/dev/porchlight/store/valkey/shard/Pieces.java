package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.Repeat;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Goes through a shard piece by piece, so that the store is never busy with it for long. */
final class Pieces {
    private Pieces() {}

    /**
     * How a script goes on.
     *
     * @param start where the first piece begins
     * @param end what is answered after the last
     */
    record Walk(String start, String end, int size) {
        static Walk ofStream(int size) {
            return new Walk("-", "", size);
        }

        static Walk ofScan(int size) {
            return new Walk("0", "0", size);
        }
    }

    /**
     * Runs the script for each piece, and sums up what it answers.
     *
     * @param argument its first argument; where the piece begins and its size follow
     */
    static CompletionStage<Long> sum(
            Lines lines, Script<List<?>> script, List<byte[]> keys, byte[] argument, Walk walk) {
        AtomicLong sum = new AtomicLong();
        AtomicReference<byte[]> from = new AtomicReference<>(Keys.text(walk.start()));
        byte[] size = Bytes.digits(walk.size());
        byte[] end = Keys.text(walk.end());
        return Repeat.whileTrue(() -> lines.run(script, keys, List.of(argument, from.get(), size))
                        .thenApply(answer -> {
                            sum.addAndGet(Answer.number(answer.getFirst()));
                            from.set(Answer.bytes(answer.getLast()));
                            return !Arrays.equals(from.get(), end);
                        }))
                .thenApply(done -> sum.get());
    }
}
