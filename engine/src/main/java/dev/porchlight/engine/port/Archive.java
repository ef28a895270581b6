package dev.porchlight.engine.port;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that a store keeps, out of it and into another. What waits in the outbox stays where it is: it is delivered from there.
 * Signing keys stay too: they are secrets, and new ones are made where none are.
 */
public interface Archive {

    /**
     * Hands over everything, in this order: accounts, users, apps, tokens, passwords, grants, subscriptions; then presences,
     * events and readings, either all of each kind or all of each user, those of each user in that order and oldest first.
     * Writers go on meanwhile. A store on one machine hands over what it was at one moment; one on many does so for each user,
     * and what comes or goes in between may be in it or not. Blocks until all are handed over, so never call it on an event
     * loop; ends early with whatever the consumer throws.
     *
     * @throws StoreUnavailableException when the store cannot be read, or closes meanwhile
     */
    void forEach(Consumer<Item> consumer);

    /**
     * Adds items, all together or none. One answer each, in the order given: where one is not {@code DONE}, nothing of the
     * list is stored. A store on many machines that dies in between may keep a part. A presence or password is {@code ID_TAKEN} where its user has one; an event or reading that is there already is
     * {@code DONE}.
     * The feed tells nothing, and nothing goes to the outbox.
     */
    CompletionStage<List<Written>> load(List<Item> items);

    /** One thing kept. */
    sealed interface Item {
        /** An account. */
        record OfAccount(Account account) implements Item {}

        /** A user. */
        record OfUser(User user) implements Item {}

        /** An OAuth app. */
        record OfApp(App app) implements Item {}

        /** A token, hashed. */
        record OfToken(Token token) implements Item {}

        /** A password, hashed. */
        record OfPassword(Password password) implements Item {}

        /** A grant, its secret hashed. */
        record OfGrant(Grant grant) implements Item {}

        /** A subscription, with its secret; what waits for it stays where it is. */
        record OfSubscription(Subscription subscription) implements Item {}

        /**
         * A presence.
         *
         * @param alarm as it was committed with the presence, or null for none
         */
        record OfPresence(Presence presence, @Nullable Instant alarm) implements Item {}

        /** A committed event of the history. */
        record OfEvent(PresenceEvent event) implements Item {}

        /** Somebody's look at a history. */
        record OfReading(History.Reading reading) implements Item {}
    }
}
