package dev.porchlight.server.webhook;

import dev.porchlight.engine.Due;
import dev.porchlight.engine.Repeat;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.port.Store;
import dev.porchlight.server.gate.Secrets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes out of the house: from the outbox into the lanes, and from the lanes to receivers. Each subscription is
 * served for itself, so that one that is slow holds up no other. What is on its way when the process dies is sent again.
 */
public final class Courier implements Due, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    /** Names the way from the outbox into the lanes; no subscription has this id. */
    private static final String RELAY = "";

    /** How long parked deliveries can be sent again. */
    private static final Duration PARKED_FOR = Duration.ofDays(7);

    private final Store store;
    private final InstantSource clock;
    private final Sender sender;
    private final Relay relay;
    private final Proofs proofs;
    private final Carrier carrier;
    private final Map<String, CompletionStage<Integer>> served = new ConcurrentHashMap<>();
    private volatile boolean idle = true;
    private volatile boolean closed;

    public Courier(
            Store store,
            WebhookSettings settings,
            Secrets secrets,
            MeterRegistry metrics,
            InstantSource clock,
            InstantSource real) {
        this.store = store;
        this.clock = clock;
        this.sender = new Sender(settings, clock, real);
        WebhookMetrics counted = new WebhookMetrics(metrics);
        this.relay =
                new Relay(store.outbox(), store.deliveries(), store.directory().users(), clock);
        this.carrier = new Carrier(store.deliveries(), sender, counted, clock, settings.retries());
        this.proofs = new Proofs(
                store.directory().subscriptions(),
                store.deliveryLog(),
                sender,
                counted,
                secrets,
                clock,
                settings.retries());
    }

    /** Begins what is due, and waits only until it is under way: for a server that looks again some times a second. */
    public CompletionStage<Integer> tend() {
        return enabled().thenCompose(subscriptions -> {
            if (subscriptions.isEmpty()) {
                idle = true;
                return CompletableFuture.completedStage(0);
            }
            return relay(subscriptions).thenApply(letters -> {
                subscriptions.forEach(subscription ->
                        serve(subscription).whenComplete((count, failure) -> report(subscription, failure)));
                return letters;
            });
        });
    }

    /** Empties the outbox, for whoever subscribes next and is not to hear of what has happened already. */
    public CompletionStage<?> catchUp() {
        return enabled().thenCompose(subscriptions -> {
            CompletionStage<? extends Number> empty = subscriptions.isEmpty()
                    ? store.outbox().trim(clock.instant().plusNanos(1))
                    : relay(subscriptions);
            return empty;
        });
    }

    /** Drops what nobody subscribed to, and what was parked long ago. */
    public CompletionStage<Long> sweep() {
        Instant now = clock.instant();
        return store.directory().subscriptions().list().thenCompose(all -> {
            boolean nobody = all.stream().allMatch(subscription -> is(subscription, State.DISABLED));
            CompletionStage<Long> dropped = nobody ? store.outbox().trim(now) : CompletableFuture.completedStage(0L);
            for (Subscription subscription : all) {
                dropped = dropped.thenCombine(
                        store.deliveryLog().trim(subscription.id(), now.minus(PARKED_FOR)), Long::sum);
            }
            return dropped;
        });
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        return enabled()
                .thenCompose(subscriptions -> subscriptions.isEmpty()
                        ? CompletableFuture.completedStage(Optional.empty())
                        // What is still in the outbox is due, too.
                        : relay(subscriptions).thenCompose(letters -> next(subscriptions)));
    }

    private CompletionStage<Optional<Instant>> next(List<Subscription> subscriptions) {
        List<CompletableFuture<Optional<Instant>>> all = new ArrayList<>();
        for (Subscription subscription : subscriptions) {
            all.add(CompletableFuture.completedFuture(
                    Optional.of(subscription.health().proveAt())));
            if (is(subscription, State.ACTIVE)) {
                all.add(store.deliveries().next(subscription.id()).toCompletableFuture());
            }
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        all.stream().flatMap(next -> next.join().stream()).min(Comparator.naturalOrder()));
    }

    /** Tries all that is due now, the contents of the outbox among it. Takes as long as the slowest receiver is given. */
    @Override
    public CompletionStage<Integer> run() {
        AtomicInteger total = new AtomicInteger();
        return Repeat.whileTrue(() -> round().thenApply(count -> total.addAndGet(count) > 0 && count > 0))
                .thenApply(done -> total.get());
    }

    private CompletionStage<Integer> round() {
        return enabled()
                .thenCompose(subscriptions -> subscriptions.isEmpty()
                        ? CompletableFuture.completedStage(0)
                        : relay(subscriptions).thenCompose(letters -> {
                            List<CompletableFuture<Integer>> all = subscriptions.stream()
                                    .map(subscription -> serve(subscription).toCompletableFuture())
                                    .toList();
                            return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                                    .thenApply(done -> letters
                                            + all.stream()
                                                    .mapToInt(CompletableFuture::join)
                                                    .sum());
                        }));
    }

    private CompletionStage<List<Subscription>> enabled() {
        return store.directory()
                .subscriptions()
                .list()
                .thenApply(all -> all.stream()
                        .filter(subscription -> !is(subscription, State.DISABLED))
                        .toList());
    }

    private CompletionStage<Integer> relay(List<Subscription> subscriptions) {
        return once(RELAY, () -> began(subscriptions).thenCompose(begun -> relay.run(subscriptions)));
    }

    /** What was left in the outbox before there was a subscription goes at once, however much it is. */
    private CompletionStage<Long> began(List<Subscription> subscriptions) {
        if (!idle) {
            return CompletableFuture.completedStage(0L);
        }
        idle = false;
        Instant earliest = subscriptions.stream()
                .map(Subscription::createdAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return store.outbox().trim(earliest);
    }

    private CompletionStage<Integer> serve(Subscription subscription) {
        return once(subscription.id(), () -> {
            if (proofs.isDue(subscription)) {
                return proofs.run(subscription);
            }
            return is(subscription, State.ACTIVE) ? carrier.run(subscription) : CompletableFuture.completedStage(0);
        });
    }

    /** One at a time of each name; who comes meanwhile waits for the same. */
    private CompletionStage<Integer> once(String name, Supplier<CompletionStage<Integer>> work) {
        CompletableFuture<Integer> mine = new CompletableFuture<>();
        CompletionStage<Integer> other = served.putIfAbsent(name, mine);
        if (other != null) {
            return other;
        }
        CompletableFuture.completedStage(name).thenCompose(begin -> work.get()).whenComplete((count, failure) -> {
            served.remove(name);
            if (failure == null) {
                mine.complete(count);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private void report(Subscription subscription, @Nullable Throwable failure) {
        if (failure != null && !closed) {
            log.warn("Subscription {} could not be served; it is tried again", subscription.id(), failure);
        }
    }

    private static boolean is(Subscription subscription, State state) {
        return subscription.health().state() == state;
    }

    /** Ends what is on its way; it is sent again by the next start. */
    @Override
    public void close() {
        closed = true;
        sender.close();
    }
}
