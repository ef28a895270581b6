package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Ledger.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Users} does. */
public abstract class UsersContract extends PortContract {
    private static final User ADA_USER = user("acme", "ada", "Ada@Example.com");

    @Test
    void aUserIsFoundByIdAndByAddressInAnyLetterCase() {
        assertThat(add(ADA_USER)).containsExactly(Written.DONE);

        assertThat(await(users().find("acme", "ada"))).contains(ADA_USER);
        assertThat(await(users().find("acme", "Ada@Example.com"))).contains(ADA_USER);
        assertThat(await(users().find("acme", "aDA@EXAMPLE.COM"))).contains(ADA_USER);
    }

    @Test
    void nobodyElseIsFound() {
        add(ADA_USER);

        assertThat(await(users().find("acme", "ADA"))).isEmpty();
        assertThat(await(users().find("acme", "ad"))).isEmpty();
        assertThat(await(users().find("acme", "da@example.com"))).isEmpty();
        assertThat(await(users().find("globex", "ada"))).isEmpty();
        assertThat(await(users().find("globex", "ada@example.com"))).isEmpty();
    }

    @Test
    void idsAndAddressesAreTakenOnceInEachAccount() {
        add(ADA_USER);

        assertThat(add(user("acme", "ada", "other@example.com"))).containsExactly(Written.ID_TAKEN);
        assertThat(add(user("acme", "other", "ADA@example.COM"))).containsExactly(Written.EMAIL_TAKEN);
        assertThat(add(user("globex", "ada", "ada@example.com"))).containsExactly(Written.DONE);
        assertThat(await(users().find("acme", "ada"))).contains(ADA_USER);
        assertThat(await(users().find("acme", "other"))).isEmpty();
        assertThat(await(users().find("acme", "other@example.com"))).isEmpty();
    }

    @Test
    void ofManyAddedAtOnceEachIsForItself() {
        add(ADA_USER);

        assertThat(add(
                        user("acme", "bob", "bob@example.com"),
                        user("acme", "ada", "x@example.com"),
                        user("acme", "bob2", "BOB@example.com"),
                        user("acme", "bob", "bob3@example.com"),
                        user("acme", "cyd", "cyd@example.com")))
                .containsExactly(Written.DONE, Written.ID_TAKEN, Written.EMAIL_TAKEN, Written.ID_TAKEN, Written.DONE);
        assertThat(ids(await(users().list("acme", null, 10)))).containsExactly("ada", "bob", "cyd");
        assertThat(add()).isEmpty();
    }

    @Test
    void ofManyWhoWantOneAddressOneGetsIt() {
        List<Written> answers = Together.run(
                        8, i -> add(user("acme", "user-" + i, i % 2 == 0 ? "same@example.com" : "SAME@example.com")))
                .stream()
                .map(List::getFirst)
                .toList();

        assertThat(answers).containsOnlyOnce(Written.DONE);
        assertThat(await(users().list("acme", null, 100)).items()).hasSize(1);
        assertThat(await(users().find("acme", "same@example.com")))
                .map(User::id)
                .contains("user-" + answers.indexOf(Written.DONE));
    }

    @Test
    void pagesFollowEachOtherById() {
        IntStream.range(0, 25)
                .map(i -> 24 - i)
                .forEach(i -> add(user("acme", String.format(Locale.ROOT, "u%02d", i), i + "@example.com")));
        add(user("acme2", "u07", "x@example.com"));

        Page<User> first = await(users().list("acme", null, 10));
        Page<User> second = await(users().list("acme", first.next(), 10));
        Page<User> third = await(users().list("acme", second.next(), 10));

        assertThat(ids(first)).hasSize(10).isSorted().startsWith("u00").endsWith("u09");
        assertThat(ids(second)).hasSize(10).isSorted().startsWith("u10").endsWith("u19");
        assertThat(ids(third)).hasSize(5).isSorted().startsWith("u20").endsWith("u24");
        assertThat(first.next()).isEqualTo("u09");
        assertThat(third.next()).isNull();
    }

    @Test
    void aPageThatHoldsAllIsTheLast() {
        assertThat(await(users().list("acme", null, 10))).isEqualTo(new Page<User>(List.of(), null));
        add(user("acme", "a", "a@example.com"), user("acme", "b", "b@example.com"));

        assertThat(await(users().list("acme", null, 2)).next()).isNull();
        assertThat(ids(await(users().list("acme", "a", 1)))).containsExactly("b");
    }

    @Test
    void aPageFollowsOnWhateverCameOrWentMeanwhile() {
        add(user("acme", "b", "b@example.com"), user("acme", "d", "d@example.com"), user("acme", "f", "f@example.com"));
        Page<User> first = await(users().list("acme", null, 2));
        await(users().remove(user("acme", "d", "").key()));
        add(user("acme", "a", "a@example.com"), user("acme", "e", "e@example.com"));

        assertThat(ids(first)).containsExactly("b", "d");
        assertThat(ids(await(users().list("acme", first.next(), 2)))).containsExactly("e", "f");
    }

    @Test
    void anUpdateReplacesTheUser() {
        add(ADA_USER);
        User moved = new User(
                "acme", "ada", "ada@new.example", "Ada", "King", "Ada King", 2, User.State.INACTIVE, NOON.plusNanos(7));

        assertThat(await(users().update(moved))).isEqualTo(Written.DONE);

        assertThat(await(users().find("acme", "ada"))).contains(moved);
        assertThat(await(users().find("acme", "ADA@new.example"))).contains(moved);
        assertThat(await(users().find("acme", "ada@example.com"))).isEmpty();
        assertThat(add(user("acme", "heir", "ada@example.com"))).containsExactly(Written.DONE);
    }

    @Test
    void anUpdateCanChangeTheLetterCaseOfTheAddress() {
        add(ADA_USER);
        User shouted = user("acme", "ada", "ADA@EXAMPLE.COM");

        assertThat(await(users().update(shouted))).isEqualTo(Written.DONE);
        assertThat(await(users().find("acme", "ada@example.com"))).contains(shouted);
    }

    @Test
    void anUpdateThatCannotBeChangesNothing() {
        add(ADA_USER, user("acme", "bob", "bob@example.com"));

        assertThat(await(users().update(user("acme", "ada", "BOB@example.com"))))
                .isEqualTo(Written.EMAIL_TAKEN);
        assertThat(await(users().update(user("acme", "eve", "eve@example.com"))))
                .isEqualTo(Written.MISSING);
        assertThat(await(users().update(user("globex", "ada", "ada@example.com"))))
                .isEqualTo(Written.MISSING);
        assertThat(await(users().find("acme", "ada"))).contains(ADA_USER);
        assertThat(await(users().find("acme", "eve@example.com"))).isEmpty();
        assertThat(await(users().find("globex", "ada"))).isEmpty();
    }

    @Test
    void aRemovedUserLeavesNothingBehind() {
        add(ADA_USER);
        change(ADA, NOON);
        change(BOB, NOON);
        await(store.directory().tokens().add(token("hash-of-ada", "ada")));
        await(store.directory().tokens().add(token("hash-of-bob", "bob")));

        assertThat(await(users().remove(ADA))).isEqualTo(Written.DONE);

        assertThat(await(users().find("acme", "ada"))).isEmpty();
        assertThat(await(users().find("acme", "ada@example.com"))).isEmpty();
        assertThat(await(store.ledger().read(ADA))).isEqualTo(Presence.none(ADA).withRevision(2));
        assertThat(await(store.history().asOf(ADA, Instant.MAX))).isEmpty();
        assertThat(await(store.alarms().due(Instant.MAX, 10))).containsExactly(BOB);
        assertThat(await(store.outbox().take(NOON, 10, Duration.ofMinutes(1)))).hasSize(1);
        assertThat(await(store.directory().tokens().list("acme")))
                .extracting(Token::hash)
                .containsExactly("hash-of-bob");
        assertThat(add(user("acme", "ada2", "ada@example.com"), ADA_USER))
                .containsExactly(Written.DONE, Written.EMAIL_TAKEN);
    }

    /** Who remembers a revision of the one who was removed must not take the next one of that id for older. */
    @Test
    void whoComesAfterARemovedUserGoesOnAboveItsRevisions() {
        add(ADA_USER);
        change(ADA, NOON);
        change(ADA, NOON.plusSeconds(1));
        await(users().remove(ADA));
        add(ADA_USER);

        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(3);
        change(ADA, NOON.plusSeconds(2));
        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(4);
        await(users().remove(ADA));
        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(5);
    }

    @Test
    void aCommitDecidedBeforeTheRemovalIsStale() {
        add(ADA_USER);
        change(ADA, NOON);
        var late = decideChange(ADA, NOON);
        await(users().remove(ADA));

        assertThat(await(store.ledger().commit(late))).isEqualTo(Commit.STALE);
    }

    @Test
    void removingNobodyChangesNothing() {
        add(ADA_USER);
        change(ADA, NOON);
        await(users().remove(BOB));

        assertThat(await(users().remove(BOB))).isEqualTo(Written.MISSING);
        assertThat(await(users().remove(user("globex", "ada", "").key()))).isEqualTo(Written.MISSING);
        assertThat(await(users().find("acme", "ada"))).contains(ADA_USER);
        assertThat(await(store.ledger().read(ADA)).revision()).isEqualTo(1);
    }

    @Test
    void usersSurviveReopening() {
        add(ADA_USER, user("acme", "bob", "bob@example.com"));
        await(users().remove(BOB));

        restart();

        assertThat(await(users().find("acme", "ADA@example.com"))).contains(ADA_USER);
        assertThat(ids(await(users().list("acme", null, 10)))).containsExactly("ada");
        assertThat(add(user("acme", "x", "ada@example.com"))).containsExactly(Written.EMAIL_TAKEN);
    }

    private Users users() {
        return store.directory().users();
    }

    private List<Written> add(User... users) {
        return await(users().add(List.of(users)));
    }

    private static List<String> ids(Page<User> page) {
        return page.items().stream().map(User::id).toList();
    }

    private static User user(String account, String id, String email) {
        return new User(account, id, email, "First 𝄞", "", "Shown", 1, User.State.ACTIVE, NOON.plusNanos(3));
    }

    private static Token token(String hash, String user) {
        return new Token(hash, "acme", user, null, "test", new TreeSet<>(), NOON, null);
    }
}
