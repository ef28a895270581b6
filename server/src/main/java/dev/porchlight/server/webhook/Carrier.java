package dev.porchlight.server.webhook;

import dev.porchlight.engine.Repeat;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what is due of one subscription, some users at a time, and says what became of it. */
final class Carrier {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    /** So many requests at most does one receiver get at a time. */
    private static final int AT_A_TIME = 16;

    /** After so many the subscription is looked at again: it may have changed. */
    private static final int BATCHES = 64;

    private final Deliveries deliveries;
    private final Sender sender;
    private final WebhookMetrics metrics;
    private final InstantSource clock;
    private final List<Duration> retries;

    Carrier(Deliveries deliveries, Sender sender, WebhookMetrics metrics, InstantSource clock, List<Duration> retries) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
        this.retries = retries;
    }

    /** Tries until nothing is due any more, or for a while. Answers how many tries that were. One call for a subscription at a time. */
    CompletionStage<Integer> run(Subscription subscription) {
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger batches = new AtomicInteger();
        return Repeat.whileTrue(() -> deliveries
                        .due(subscription.id(), clock.instant(), AT_A_TIME)
                        .thenCompose(due -> all(subscription, due))
                        .thenApply(count ->
                                tries.addAndGet(count) > 0 && count > 0 && batches.incrementAndGet() < BATCHES))
                .thenApply(done -> tries.get());
    }

    private CompletionStage<Integer> all(Subscription subscription, List<Delivery> due) {
        return CompletableFuture.allOf(due.stream()
                        .map(delivery -> deliver(subscription, delivery).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .thenApply(all -> due.size());
    }

    private CompletionStage<Void> deliver(Subscription subscription, Delivery delivery) {
        Instant begun = clock.instant();
        return sender.send(parcel(subscription, delivery)).thenCompose(answer -> {
            Fate fate = fate(delivery, answer, begun);
            Attempt attempt = new Attempt(
                    delivery.number(),
                    delivery.letter().event(),
                    delivery.user().user(),
                    begun,
                    answer.millis(),
                    answer.status(),
                    answer.note());
            count(subscription, delivery, answer, fate);
            return deliveries.settle(delivery, attempt, fate);
        });
    }

    private static Parcel parcel(Subscription subscription, Delivery delivery) {
        String id = subscription.id() + "/" + delivery.number();
        return new Parcel(
                subscription.terms().url(),
                subscription.secret(),
                delivery.number(),
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
                delivery.letter().body());
    }

    private Fate fate(Delivery delivery, Answer answer, Instant begun) {
        if (answer.arrived()) {
            return new Fate.Delivered();
        }
        return answer.mayStillArrive() && delivery.attempts() < retries.size()
                ? new Fate.Later(begun.plus(retries.get(delivery.attempts())))
                : new Fate.Parked();
    }

    private void count(Subscription subscription, Delivery delivery, Answer answer, Fate fate) {
        switch (fate) {
            case Fate.Delivered delivered -> metrics.delivered(Duration.between(delivery.at(), clock.instant()));
            case Fate.Later later -> metrics.failed();
            case Fate.Parked parked -> {
                metrics.parked();
                log.warn(
                        "Delivery {} of subscription {} of account {} is parked: {}",
                        delivery.number(),
                        subscription.id(),
                        subscription.account(),
                        answer.note());
            }
        }
    }
}
