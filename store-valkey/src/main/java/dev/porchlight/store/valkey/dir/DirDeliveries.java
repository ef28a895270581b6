package dev.porchlight.store.valkey.dir;

import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.Outbox.Entry;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Deliveries whose outbox lies in other slots: letters are put first, then entries leave; and each node sends its share. */
record DirDeliveries(Deliveries deliveries, Elsewhere elsewhere) implements Deliveries {

    @Override
    public CompletionStage<Integer> post(List<Posting> postings) {
        List<Posting> all = List.copyOf(postings);
        return elsewhere
                .waiting(all.stream().map(Posting::entry).toList())
                .thenCompose(waiting -> post(all, new HashSet<>(waiting)));
    }

    private CompletionStage<Integer> post(List<Posting> all, Set<Entry> waiting) {
        List<Posting> there = all.stream()
                .filter(posting -> waiting.contains(posting.entry()))
                .toList();
        return deliveries
                .post(there)
                .thenCompose(count -> CompletableFuture.allOf(there.stream()
                                .map(posting -> elsewhere.done(posting.entry()).toCompletableFuture())
                                .toArray(CompletableFuture[]::new))
                        .thenApply(done -> count));
    }

    @Override
    public CompletionStage<List<Delivery>> due(String subscription, Instant now, int limit) {
        return elsewhere.owns(subscription)
                ? deliveries.due(subscription, now, limit)
                : CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<Optional<Instant>> next(String subscription) {
        return elsewhere.owns(subscription)
                ? deliveries.next(subscription)
                : CompletableFuture.completedStage(Optional.empty());
    }

    @Override
    public CompletionStage<Void> settle(Delivery delivery, Attempt attempt, Fate fate) {
        return deliveries.settle(delivery, attempt, fate);
    }

    @Override
    public CompletionStage<Written> again(String subscription, long number, Instant now) {
        return deliveries.again(subscription, number, now);
    }
}
