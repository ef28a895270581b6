package dev.porchlight.engine.directory;

import dev.porchlight.core.presence.UserKey;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where changes of an account's users are sent. Its secret signs what is sent, so it is kept as it is; it is never shown
 * by {@link #toString}.
 *
 * @param id unique in the whole store
 * @param app the OAuth app that asked for it, or null; it goes with the app
 */
public record Subscription(
        String account, String id, @Nullable String app, Terms terms, String secret, Health health, Instant createdAt) {

    /**
     * What its subscriber asked for.
     *
     * @param events by name, such as {@code user.signed_in}
     * @param users ids of the users it is about; empty for all of the account
     */
    public record Terms(String name, String url, SortedSet<String> events, SortedSet<String> users) {}

    /** Whether changes are sent. */
    public enum State {
        /** Not before the receiver has proved that it knows the secret. */
        PENDING,
        ACTIVE,
        /** Its receiver failed to prove it too often: nothing is sent or kept for it until somebody enables it. */
        DISABLED
    }

    /**
     * Whether the receiver is known to be the subscriber's.
     *
     * @param failures proofs that failed since the last that did not
     * @param proveAt when it is asked for the next proof; of no meaning where it is disabled
     */
    public record Health(State state, int failures, Instant proveAt) {}

    /** Whether it asked for the event of the user. */
    public boolean wants(String event, UserKey user) {
        return account.equals(user.account())
                && terms.events().contains(event)
                && (terms.users().isEmpty() || terms.users().contains(user.user()));
    }

    public Subscription with(Terms changed) {
        return new Subscription(account, id, app, changed, secret, health, createdAt);
    }

    public Subscription with(Health changed) {
        return new Subscription(account, id, app, terms, secret, changed, createdAt);
    }

    public Subscription withSecret(String changed) {
        return new Subscription(account, id, app, terms, changed, health, createdAt);
    }

    @Override
    public String toString() {
        return "Subscription[" + account + "/" + id + ", app=" + app + ", " + terms + ", " + health + "]";
    }
}
