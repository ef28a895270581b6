package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.Repeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history from its end, in pieces that grow. What is added meanwhile shifts the places of the rest: what was seen
 * before is passed over.
 */
final class Backwards {
    private static final int FIRST_PIECE = 64;
    private static final int LARGEST_PIECE = 1024;

    private final Predicate<byte[]> goOn;
    private final Predicate<byte[]> isWanted;
    private final int limit;
    private final List<byte[]> newestFirst = new ArrayList<>();
    private byte @Nullable [] oldestSeen;
    private long stop = -1;
    private int size = FIRST_PIECE;

    /**
     * A reading that has not begun.
     *
     * @param goOn false for the first event that is too old
     * @param isWanted false for events that are not answered
     */
    Backwards(Predicate<byte[]> goOn, Predicate<byte[]> isWanted, int limit) {
        this.goOn = goOn;
        this.isWanted = isWanted;
        this.limit = limit;
    }

    /** Asks for a piece by its first and last place, counted from the end: the last event is at -1. */
    @FunctionalInterface
    interface Source {
        CompletionStage<List<byte[]>> piece(long start, long stop);
    }

    /** Oldest first. */
    CompletionStage<List<byte[]>> read(Source source) {
        return Repeat.whileTrue(() -> source.piece(stop - size + 1, stop).thenApply(this::take))
                .thenApply(done -> List.copyOf(newestFirst.reversed()));
    }

    /** Answers whether there may be more. */
    private boolean take(List<byte[]> piece) {
        for (byte[] told : piece.reversed()) {
            if (isSeen(told)) {
                continue;
            }
            oldestSeen = told;
            if (newestFirst.size() >= limit || !goOn.test(told)) {
                return false;
            }
            if (isWanted.test(told)) {
                newestFirst.add(told);
            }
        }
        boolean more = piece.size() == size && newestFirst.size() < limit;
        stop -= size;
        size = Math.min(2 * size, LARGEST_PIECE);
        return more;
    }

    private boolean isSeen(byte[] told) {
        return oldestSeen != null && Arrays.compareUnsigned(told, oldestSeen) >= 0;
    }
}
