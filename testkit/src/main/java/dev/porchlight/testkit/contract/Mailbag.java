package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.Health;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.Subscription.Terms;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Letter;
import dev.porchlight.engine.port.Deliveries.Posting;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Subscriptions and what is sent to them, for the contracts. */
final class Mailbag {
    private static final Duration HOLD = Duration.ofMinutes(1);

    private Mailbag() {}

    static Subscription subscription(String account, String id) {
        return subscription(account, id, null);
    }

    static Subscription subscription(String account, String id, @Nullable String app) {
        Terms terms = new Terms(
                "Café", "https://example.com/" + id, new TreeSet<>(List.of("user.signed_in")), new TreeSet<>());
        return new Subscription(
                account,
                id,
                app,
                terms,
                "confidential",
                new Health(State.PENDING, 0, PortContract.NOON),
                PortContract.NOON);
    }

    /** Posts all that is in the outbox to each of the subscriptions. */
    static void post(Store store, String... subscriptions) {
        List<Entry> entries = take(store);
        while (!entries.isEmpty()) {
            await(store.deliveries()
                    .post(entries.stream()
                            .map(entry -> posting(entry, subscriptions))
                            .toList()));
            entries = take(store);
        }
    }

    static List<Entry> take(Store store) {
        return await(store.outbox().take(Instant.EPOCH, 100, HOLD));
    }

    static Posting posting(Entry entry, String... subscriptions) {
        return new Posting(
                entry, Arrays.stream(subscriptions).map(id -> letter(entry, id)).toList());
    }

    private static Letter letter(Entry entry, String subscription) {
        return new Letter(
                subscription, "user.signed_in", "{\"é\":" + entry.event().revision() + "}");
    }

    static Attempt attempt(Delivery delivery, Instant at) {
        return new Attempt(
                delivery.number(), delivery.letter().event(), delivery.user().user(), at, 17, 503, "not now");
    }
}
