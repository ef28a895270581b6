package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link Archive} does. */
public abstract class ArchiveContract extends PortContract {
    private static final Account ACME = new Account("acme", "Acme Ltd", NOON);
    private static final User ADA_USER = user("ada", "ada@example.com");
    private static final User BOB_USER = user("bob", "bob@example.com");
    private static final App BOT = new App("acme", "bot", "Bot", "hash", new TreeSet<>(List.of("user:read")), NOON);
    private static final Reading LOOK = new Reading(ADA, NOON, "user:bob", NOON, NOON);
    private static final Password PASSWORD = new Password(ADA, "hash", NOON);
    private static final Grant GRANT =
            new Grant("g1", "f1", "acme", "ada", "bot", new TreeSet<>(), NOON, NOON, new Grant.Proof.Refresh(), null);
    private static final Token TOKEN = new Token("h1", "acme", "ada", "bot", "t", new TreeSet<>(), NOON, NOON);

    private static final Subscription SUBSCRIPTION = new Subscription(
            "acme",
            "s1",
            "bot",
            new Subscription.Terms(
                    "n", "https://receiver.example/", new TreeSet<>(List.of("user.signed_in")), new TreeSet<>()),
            "secret",
            new Subscription.Health(Subscription.State.ACTIVE, 0, NOON),
            NOON);

    @Test
    void anEmptyStoreHandsOverNothing() {
        assertThat(everything()).isEmpty();
    }

    @Test
    void everythingIsHandedOverInOrder() {
        await(store.directory().tokens().add(TOKEN));
        await(store.directory().apps().add(BOT));
        await(store.directory().users().add(List.of(BOB_USER, ADA_USER)));
        await(store.directory().accounts().add(ACME));
        await(store.authority().grants().add(GRANT));
        await(store.directory().subscriptions().add(SUBSCRIPTION));
        await(store.authority().passwords().set(PASSWORD));
        await(store.authority().signingKeys().add(new SigningKey("secret", "{}", NOON)));
        Accepted later = commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(9)), minutesAfterNoon(1));
        Accepted last = commit(ADA, beat("desk", Activity.IDLE, Duration.ofMinutes(9)), NOON);
        await(store.history().trace(LOOK));

        assertThat(everything())
                .containsExactly(
                        new Item.OfAccount(ACME),
                        new Item.OfUser(ADA_USER),
                        new Item.OfUser(BOB_USER),
                        new Item.OfApp(BOT),
                        new Item.OfToken(TOKEN),
                        new Item.OfPassword(PASSWORD),
                        new Item.OfGrant(GRANT),
                        new Item.OfSubscription(SUBSCRIPTION),
                        new Item.OfPresence(last.next(), last.alarm()),
                        event(last),
                        event(later),
                        new Item.OfReading(LOOK));
    }

    @Test
    void whatIsLoadedIsAsIfItHadBeenWritten() {
        Accepted ada = decide(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);
        List<Item> items = List.of(
                new Item.OfAccount(ACME),
                new Item.OfUser(ADA_USER),
                new Item.OfApp(BOT),
                new Item.OfToken(TOKEN),
                new Item.OfPassword(PASSWORD),
                new Item.OfGrant(GRANT),
                new Item.OfSubscription(SUBSCRIPTION),
                new Item.OfPresence(ada.next(), ada.alarm()),
                event(ada),
                new Item.OfReading(LOOK));

        assertThat(await(store.archive().load(items))).hasSize(10).containsOnly(Written.DONE);

        assertThat(everything()).isEqualTo(items);
        restart();
        assertThat(everything()).isEqualTo(items);
        assertThat(await(store.ledger().read(ADA))).isEqualTo(ada.next());
        assertThat(await(store.alarms().due(minutesAfterNoon(2), 10))).containsExactly(ADA);
        assertThat(await(store.history().asOf(ADA, NOON))).contains(ada.event());
        assertThat(await(store.history().readings(ADA, NOON, minutesAfterNoon(1), 10)))
                .containsExactly(LOOK);
        assertThat(await(store.directory().users().find("acme", "ADA@example.com")))
                .contains(ADA_USER);
        assertThat(await(store.directory().apps().list("acme"))).containsExactly(BOT);
        assertThat(await(store.directory().tokens().list("acme"))).containsExactly(TOKEN);
        assertThat(await(store.outbox().take(NOON, 10, Duration.ofMinutes(1)))).isEmpty();
        assertThat(change(ADA, minutesAfterNoon(1)).revision()).isEqualTo(2);
        await(store.directory().users().remove(ADA));
        assertThat(everything())
                .containsExactly(new Item.OfAccount(ACME), new Item.OfApp(BOT), new Item.OfSubscription(SUBSCRIPTION));
    }

    @Test
    void whereOneCannotBeLoadedNoneIs() {
        await(store.directory().users().add(List.of(BOB_USER)));
        List<Item> before = everything();
        Accepted ada = decide(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);

        assertThat(await(store.archive()
                        .load(List.of(
                                new Item.OfAccount(ACME),
                                new Item.OfUser(ADA_USER),
                                new Item.OfPresence(ada.next(), ada.alarm()),
                                event(ada),
                                new Item.OfReading(LOOK),
                                new Item.OfUser(user("eve", "BOB@example.com")),
                                new Item.OfUser(BOB_USER),
                                new Item.OfApp(BOT),
                                new Item.OfToken(TOKEN),
                                new Item.OfPassword(PASSWORD),
                                new Item.OfGrant(GRANT),
                                new Item.OfSubscription(SUBSCRIPTION)))))
                .containsExactly(
                        Written.DONE,
                        Written.DONE,
                        Written.DONE,
                        Written.DONE,
                        Written.DONE,
                        Written.EMAIL_TAKEN,
                        Written.ID_TAKEN,
                        Written.DONE,
                        Written.DONE,
                        Written.DONE,
                        Written.DONE,
                        Written.DONE);

        assertThat(everything()).isEqualTo(before);
        assertThat(await(store.alarms().next())).isEmpty();
        assertThat(await(store.history().asOf(ADA, Instant.MAX))).isEmpty();
        assertThat(await(store.ledger().commit(ada))).isEqualTo(Commit.COMMITTED);
    }

    @Test
    void aPresenceIsLoadedOnceAndAnEventOrReadingTwiceIsOne() {
        await(store.history().trace(LOOK));
        Accepted ada = commit(ADA, beat("desk", Activity.ACTIVE, Duration.ofMinutes(2)), NOON);

        assertThat(await(store.archive().load(List.of(new Item.OfPresence(ada.next(), null)))))
                .containsExactly(Written.ID_TAKEN);
        assertThat(await(store.archive().load(List.of(event(ada), new Item.OfReading(LOOK)))))
                .containsExactly(Written.DONE, Written.DONE);
        assertThat(await(store.history().readings(ADA, NOON, minutesAfterNoon(1), 10)))
                .containsExactly(LOOK);
        assertThat(await(store.history().between(ADA, NOON, minutesAfterNoon(1), 10)))
                .containsExactly(ada.event());
        assertThat(await(store.alarms().next())).contains(minutesAfterNoon(2));
    }

    @Test
    void whatIsWrittenWhileItIsReadIsNotInIt() {
        change(ADA, NOON);
        List<Item> seen = new ArrayList<>();

        store.archive().forEach(item -> {
            if (seen.isEmpty()) {
                change(ADA, minutesAfterNoon(1));
                change(BOB, minutesAfterNoon(1));
            }
            seen.add(item);
        });

        assertThat(seen).hasSize(2);
        assertThat(everything()).hasSize(5);
    }

    @Test
    void aConsumerThatThrowsEndsIt() {
        change(ADA, NOON);

        assertThatThrownBy(() -> store.archive().forEach(item -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(change(ADA, minutesAfterNoon(1)).revision()).isEqualTo(2);
    }

    @Test
    void aClosedStoreHandsOverNothing() {
        store.close();

        assertThatThrownBy(this::everything).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> await(store.archive().load(List.of(new Item.OfAccount(ACME)))))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private List<Item> everything() {
        List<Item> all = new ArrayList<>();
        store.archive().forEach(all::add);
        return all;
    }

    private static Item event(Accepted accepted) {
        return new Item.OfEvent(Objects.requireNonNull(accepted.event()));
    }

    private static User user(String id, String email) {
        return new User("acme", id, email, "First", "Last", "Shown", 1, User.State.ACTIVE, NOON);
    }
}
