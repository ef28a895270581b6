package dev.porchlight.store.valkey.shard;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The first things of one shard, in order.
 *
 * @param isCut whether there may be more after them
 */
record Front<T>(List<T> first, boolean isCut) {

    /** The first things of all shards: as far as it is known that none comes before. */
    static <T> List<T> merged(Collection<Front<T>> fronts, Comparator<? super T> order) {
        Optional<T> known = fronts.stream()
                .filter(front -> front.isCut() && !front.first().isEmpty())
                .map(front -> front.first().getLast())
                .min(order);
        return fronts.stream()
                .flatMap(front -> front.first().stream())
                .filter(thing -> known.isEmpty() || order.compare(thing, known.get()) <= 0)
                .sorted(order)
                .toList();
    }

    /** How many to ask each of so many shards for, so that mostly one question is enough. */
    static int share(int limit, int shards) {
        return Math.min(limit, Math.max(16, 2 * (limit / shards)));
    }
}
