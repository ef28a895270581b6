package dev.porchlight.store.embedded.records;

import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Drops old events, or readings: whole days by one range each trim, counted by their keys alone, and of the day in which the bound lies
 * row by row, some thousand at a time.
 */
final class HistoryTrim {
    private static final int AT_A_TIME = 4096;

    private final Rows rows;
    private final Table table;
    private final Instant before;

    HistoryTrim(Rows rows, Table table, Instant before) {
        this.rows = rows;
        this.table = table;
        this.before = before;
    }

    CompletionStage<Long> run() {
        byte[] boundDay = TimeKeys.day(TimeKeys.day(before));
        return rows.read(view -> countUpTo(view, boundDay))
                .thenCompose(count -> dropUpTo(boundDay, count))
                .thenCompose(count -> dropSome(boundDay, count));
    }

    private long countUpTo(View view, byte[] end) {
        long[] count = {0};
        view.scan(table, new byte[0], row -> {
            if (Keys.compare(row.key(), end) >= 0) {
                return false;
            }
            count[0]++;
            return true;
        });
        return count[0];
    }

    private CompletionStage<Long> dropUpTo(byte[] end, long count) {
        if (count == 0) {
            return CompletableFuture.completedStage(count);
        }
        return rows.changeAlone(
                draft -> {
                    draft.dropRange(table, new byte[0], end);
                    return count;
                },
                done -> {});
    }

    private CompletionStage<Long> dropSome(byte[] from, long count) {
        return rows.read(view -> some(view, from)).thenCompose(some -> {
            if (some.old().isEmpty() && some.isLast()) {
                return CompletableFuture.completedStage(count);
            }
            long sum = count + some.old().size();
            return drop(some.old())
                    .thenCompose(
                            done -> some.isLast() ? CompletableFuture.completedStage(sum) : dropSome(some.next(), sum));
        });
    }

    private Some some(View view, byte[] from) {
        int day = TimeKeys.day(before);
        List<byte[]> old = new ArrayList<>();
        List<byte[]> next = new ArrayList<>(1);
        int[] seen = {0};
        view.scan(table, from, row -> {
            byte[] key = row.key();
            if (TimeKeys.day(key) != day) {
                return false;
            }
            if (seen[0]++ == AT_A_TIME) {
                next.add(key);
                return false;
            }
            if (TimeKeys.instantOfHistory(key).isBefore(before)) {
                old.add(key);
            }
            return true;
        });
        return new Some(old, next);
    }

    private CompletionStage<Boolean> drop(List<byte[]> keys) {
        return rows.change(
                draft -> {
                    keys.forEach(key -> draft.drop(table, key));
                    return true;
                },
                done -> {});
    }

    /**
     * A part of the bound's day.
     *
     * @param after the key after the part, if there is one
     */
    private record Some(List<byte[]> old, List<byte[]> after) {
        boolean isLast() {
            return after.isEmpty();
        }

        byte[] next() {
            return after.getFirst();
        }
    }
}
