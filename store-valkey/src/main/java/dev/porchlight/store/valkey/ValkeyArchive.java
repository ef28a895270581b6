package dev.porchlight.store.valkey;

import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.store.valkey.dir.Dir;
import dev.porchlight.store.valkey.shard.ShardArchive;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Rows, then the shards. A list is checked in both before it is stored in either, and what the shards have stored is taken back
 * where somebody else was faster in the rows; only a node that dies in between leaves a part.
 */
final class ValkeyArchive implements Archive {
    private final Dir dir;
    private final ShardArchive shards;

    ValkeyArchive(Dir dir, ShardArchive shards) {
        this.dir = dir;
        this.shards = shards;
    }

    @Override
    public void forEach(Consumer<Item> consumer) {
        dir.forEach(consumer);
        shards.forEach(consumer);
    }

    @Override
    public CompletionStage<List<Written>> load(List<Item> list) {
        Parts parts = Parts.of(list);
        return some(parts.rows(), dir::check)
                .thenCombine(shards.check(parts.shards()), parts::answers)
                .thenCompose(checked -> areDone(checked) ? store(parts) : CompletableFuture.completedStage(checked));
    }

    private CompletionStage<List<Written>> store(Parts parts) {
        return shards.load(parts.shards()).thenCompose(loaded -> {
            if (!areDone(loaded.answers())) {
                List<Written> free = Collections.nCopies(parts.rows().size(), Written.DONE);
                return loaded.undone().thenApply(undone -> parts.answers(free, loaded.answers()));
            }
            return some(parts.rows(), dir::load)
                    .exceptionallyCompose(
                            failure -> loaded.undone().thenCompose(undone -> CompletableFuture.failedStage(failure)))
                    .thenCompose(answers -> {
                        List<Written> all = parts.answers(answers, loaded.answers());
                        return areDone(answers)
                                ? CompletableFuture.completedStage(all)
                                : loaded.undone().thenApply(undone -> all);
                    });
        });
    }

    /** Without a way to the store where there is nothing to ask. */
    private static CompletionStage<List<Written>> some(
            List<Item> list, Function<List<Item>, CompletionStage<List<Written>>> ask) {
        return list.isEmpty() ? CompletableFuture.completedStage(List.of()) : ask.apply(list);
    }

    private static boolean areDone(List<Written> answers) {
        return answers.stream().allMatch(answer -> answer == Written.DONE);
    }

    /** A list, parted by where its items are kept. */
    private record Parts(List<Item> all, List<Item> rows, List<Item> shards) {
        static Parts of(List<Item> all) {
            return new Parts(
                    List.copyOf(all),
                    all.stream().filter(item -> !ShardArchive.holds(item)).toList(),
                    all.stream().filter(ShardArchive::holds).toList());
        }

        /** In the order of the whole list. */
        List<Written> answers(List<Written> inRows, List<Written> inShards) {
            Iterator<Written> fromRows = inRows.iterator();
            Iterator<Written> fromShards = inShards.iterator();
            return all.stream()
                    .map(item -> ShardArchive.holds(item) ? fromShards.next() : fromRows.next())
                    .toList();
        }
    }
}
