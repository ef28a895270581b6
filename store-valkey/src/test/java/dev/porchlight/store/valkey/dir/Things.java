package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.Health;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.Subscription.Terms;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Fate;
import dev.porchlight.engine.port.Deliveries.Letter;
import dev.porchlight.engine.port.Deliveries.Posting;
import dev.porchlight.engine.port.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** What is kept in a directory, for tests. */
final class Things {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UserKey ADA = new UserKey("acme", "ada");

    static final Fate DELIVERED = new Fate.Delivered();

    private Things() {}

    static User user(String id, String email) {
        return new User("acme", id, email, "Ada", "Lovelace", "Ada Lovelace", 2, User.State.ACTIVE, NOON);
    }

    static Token token(String hash) {
        return new Token(hash, "acme", "ada", "bot", "test", new TreeSet<>(), NOON, null);
    }

    static Grant code(String hash) {
        Proof proof = new Proof.Code("https://app.example/cb", "challenge");
        Instant end = NOON.plus(Duration.ofMinutes(5));
        return new Grant(hash, "family", "acme", "ada", "bot", new TreeSet<>(), NOON, end, proof, null);
    }

    static Subscription subscription(String id) {
        Terms terms =
                new Terms("Hook", "https://example.com/", new TreeSet<>(List.of("user.signed_in")), new TreeSet<>());
        return new Subscription("acme", id, null, terms, "confidential", new Health(State.PENDING, 0, NOON), NOON);
    }

    static Posting posting(String user, long sequence, String subscription) {
        PresenceEvent event = new PresenceEvent(
                new UserKey("acme", user),
                sequence,
                new Answer(Status.AVAILABLE, NOON, null),
                Status.OFFLINE,
                NOON,
                new Cause(Cause.Kind.SESSION, "", ""));
        return new Posting(new Entry(sequence, 0, event), List.of(new Letter(subscription, "user.signed_in", "{}")));
    }

    static Attempt arrived(Delivery delivery) {
        return new Attempt(delivery.number(), "user.signed_in", delivery.user().user(), NOON, 5, 200, "");
    }
}
