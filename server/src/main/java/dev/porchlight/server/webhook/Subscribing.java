package dev.porchlight.server.webhook;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.Health;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.Subscription.Terms;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Secrets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be done with subscriptions. Whoever may do it is decided by the doors. */
public final class Subscribing {
    /** So many subscriptions can one app have (zoom-presence: Max subscriptions per app). */
    public static final int MAX_PER_APP = 20;

    private static final int MAX_RACES = 16;

    private final Subscriptions subscriptions;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Supplier<CompletionStage<?>> catchUp;
    private CompletionStage<?> lastAdded = CompletableFuture.completedStage(null);

    /** @param catchUp takes what has happened so far out of the outbox, so that it is not sent to who comes after it */
    public Subscribing(
            Subscriptions subscriptions, Secrets secrets, InstantSource clock, Supplier<CompletionStage<?>> catchUp) {
        this.catchUp = catchUp;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Those of an account, oldest first. */
    public CompletionStage<List<Subscription>> list(String account) {
        return subscriptions
                .list()
                .thenApply(all -> all.stream()
                        .filter(subscription -> subscription.account().equals(account))
                        .sorted(Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id))
                        .toList());
    }

    public CompletionStage<Optional<Subscription>> find(String account, String id) {
        return subscriptions.find(account, id);
    }

    /** Adds one, whose receiver is asked to prove itself at once. Empty where the app has as many as it may. */
    public synchronized CompletionStage<Optional<Subscription>> add(
            String account, @Nullable String app, Terms terms, String secret) {
        CompletionStage<Optional<Subscription>> added = lastAdded
                .handle((done, failure) -> account)
                .thenCompose(next -> catchUp.get())
                .thenCompose(caughtUp -> addNow(account, app, terms, secret));
        // One after the other, so that nobody gets past the limit in a crowd.
        lastAdded = added;
        return added;
    }

    private CompletionStage<Optional<Subscription>> addNow(
            String account, @Nullable String app, Terms terms, String secret) {
        Subscription subscription =
                new Subscription(account, secrets.id(), app, terms, secret, fresh(), clock.instant());
        return list(account)
                .thenCompose(all -> all.stream()
                                        .filter(other -> Objects.equals(other.app(), app))
                                        .count()
                                >= MAX_PER_APP
                        ? CompletableFuture.completedStage(Optional.empty())
                        : subscriptions.add(subscription).thenApply(written -> Optional.of(subscription)));
    }

    /**
     * Changes one, and enables it where it is disabled. Where address or secret change, or it was not active, the receiver
     * is asked at once to prove itself, before the next delivery. False where there is none any more.
     */
    public CompletionStage<Boolean> change(String account, String id, UnaryOperator<Subscription> change) {
        return catchUp.get().thenCompose(caughtUp -> change(account, id, change, 1));
    }

    private CompletionStage<Boolean> change(
            String account, String id, UnaryOperator<Subscription> change, int attempt) {
        return subscriptions.find(account, id).thenCompose(found -> {
            if (found.isEmpty() || attempt > MAX_RACES) {
                return CompletableFuture.completedStage(false);
            }
            Subscription before = found.get();
            Subscription changed = change.apply(before);
            Subscription after = proved(before, changed) ? changed : changed.with(fresh());
            return subscriptions
                    .replace(before, after)
                    .thenCompose(written -> written == Written.DONE
                            ? CompletableFuture.completedStage(true)
                            : change(account, id, change, attempt + 1));
        });
    }

    private static boolean proved(Subscription before, Subscription after) {
        return before.health().state() == State.ACTIVE
                && before.terms().url().equals(after.terms().url())
                && before.secret().equals(after.secret());
    }

    public CompletionStage<Written> remove(String account, String id) {
        return subscriptions.remove(account, id);
    }

    private Health fresh() {
        return new Health(State.PENDING, 0, clock.instant());
    }
}
