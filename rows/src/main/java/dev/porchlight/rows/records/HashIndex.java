package dev.porchlight.rows.records;

import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Rows that are found by other things than their hash: keys of the index table that end in it. */
final class HashIndex {
    private static final int AT_A_TIME = 1024;

    private HashIndex() {}

    /** The hash at the end of a key. */
    static String hash(byte[] key, int position) {
        return new String(key, position, key.length - position, StandardCharsets.UTF_8);
    }

    /** For a change that stands alone: the hashes of all keys that are the prefix and a hash. */
    static List<String> all(Draft draft, byte[] prefix) {
        return draft.read(view -> {
            List<String> hashes = new ArrayList<>();
            view.scan(Table.INDEX, prefix, row -> {
                boolean own = Keys.startsWith(row.key(), prefix);
                return own && hashes.add(hash(row.key(), prefix.length));
            });
            return hashes;
        });
    }

    /**
     * Drops what is between two keys that end in an instant, so many at a time that no commit is large.
     *
     * @param first the lowest key there can be
     * @param end above the highest that is dropped, without a hash
     * @param drop drops the rows of these hashes, and answers how many it dropped
     */
    static CompletionStage<Long> drop(
            Rows rows, byte[] first, byte[] end, Function<List<String>, CompletionStage<Integer>> drop) {
        return drop(rows, first, end, drop, 0);
    }

    private static CompletionStage<Long> drop(
            Rows rows, byte[] first, byte[] end, Function<List<String>, CompletionStage<Integer>> drop, long count) {
        return rows.read(view -> below(view, first, end))
                .thenCompose(hashes -> hashes.isEmpty()
                        ? CompletableFuture.completedStage(count)
                        : drop.apply(hashes).thenCompose(dropped -> drop(rows, first, end, drop, count + dropped)));
    }

    private static List<String> below(View view, byte[] first, byte[] end) {
        List<String> hashes = new ArrayList<>();
        view.scan(Table.INDEX, first, row -> {
            boolean isOld = Keys.compare(row.key(), end) < 0 && hashes.size() < AT_A_TIME;
            return isOld && hashes.add(hash(row.key(), end.length));
        });
        return hashes;
    }
}
