package dev.porchlight.server.webhook;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Repeat;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.Deliveries.Letter;
import dev.porchlight.engine.port.Deliveries.Posting;
import dev.porchlight.engine.port.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns what is in the outbox into letters to whoever subscribed to it. */
final class Relay {
    private static final int BATCH = 512;

    /** Longer than a batch takes: what fails in the middle is taken again after it. */
    private static final Duration HOLD = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Users users;
    private final InstantSource clock;

    Relay(Outbox outbox, Deliveries deliveries, Users users, InstantSource clock) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.users = users;
        this.clock = clock;
    }

    /** Empties the outbox. Answers how many letters were posted. One call at a time. */
    CompletionStage<Integer> run(List<Subscription> subscriptions) {
        AtomicInteger letters = new AtomicInteger();
        return Repeat.whileTrue(() -> outbox.take(clock.instant(), BATCH, HOLD)
                        .thenCompose(entries -> post(entries, subscriptions))
                        .thenApply(batch -> {
                            letters.addAndGet(batch.letters());
                            return batch.entries() > 0;
                        }))
                .thenApply(done -> letters.get());
    }

    private record Batch(int entries, int letters) {}

    private CompletionStage<Batch> post(List<Outbox.Entry> entries, List<Subscription> subscriptions) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedStage(new Batch(0, 0));
        }
        List<CompletableFuture<Posting>> postings = entries.stream()
                .map(entry -> posting(entry, subscriptions).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(postings.toArray(CompletableFuture[]::new))
                .thenCompose(all -> deliveries.post(
                        postings.stream().map(CompletableFuture::join).toList()))
                .thenApply(letters -> new Batch(entries.size(), letters));
    }

    private CompletionStage<Posting> posting(Outbox.Entry entry, List<Subscription> subscriptions) {
        PresenceEvent change = entry.event();
        List<String> events = WebhookEvents.of(change);
        List<Subscription> wanting = subscriptions.stream()
                .filter(subscription -> events.stream().anyMatch(event -> wants(subscription, event, change)))
                .toList();
        if (wanting.isEmpty()) {
            return CompletableFuture.completedStage(new Posting(entry, List.of()));
        }
        UserKey user = change.user();
        return users.find(user.account(), user.user())
                .thenApply(found -> new Posting(
                        entry,
                        letters(change, events, wanting, found.map(User::email).orElse(""))));
    }

    private static List<Letter> letters(
            PresenceEvent change, List<String> events, List<Subscription> wanting, String email) {
        List<Letter> letters = new ArrayList<>();
        for (String event : events) {
            String body = WebhookEvents.body(event, change, email);
            wanting.stream()
                    .filter(subscription -> wants(subscription, event, change))
                    .forEach(subscription -> letters.add(new Letter(subscription.id(), event, body)));
        }
        return letters;
    }

    private static boolean wants(Subscription subscription, String event, PresenceEvent change) {
        return subscription.health().state() != State.DISABLED
                && subscription.wants(event, change.user())
                && !change.at().isBefore(subscription.createdAt());
    }
}
