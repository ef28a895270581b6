package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Answer;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.authority.Grants.Issue;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Grants} does. */
public abstract class GrantsContract extends PortContract {
    private static final Grant CODE =
            grant("code", "f1", "ada", "bot", new Proof.Code("https://app.example/cb", "challenge"));
    private static final Grant REFRESH = grant("refresh", "f1", "ada", "bot", new Proof.Refresh());
    private static final Grant USED = CODE.usedFor("t1", minutesAfterNoon(60));
    private static final Issue ISSUE = new Issue(List.of(token("t1")), List.of(REFRESH));

    @Test
    void aGrantIsFoundAsItWasAdded() {
        Grant device = grant("device", "f2", null, "bot", new Proof.Device("hash", Answer.NONE));
        assertThat(await(grants().add(CODE))).isEqualTo(Written.DONE);
        assertThat(await(grants().add(device))).isEqualTo(Written.DONE);

        assertThat(await(grants().find("code"))).contains(CODE);
        assertThat(await(grants().find("device"))).contains(device);
        assertThat(await(grants().find("cod"))).isEmpty();
    }

    @Test
    void aHashIsTakenOnce() {
        await(grants().add(CODE));

        assertThat(await(grants().add(grant("code", "f2", "bob", "other", new Proof.Refresh()))))
                .isEqualTo(Written.ID_TAKEN);
        assertThat(await(grants().find("code"))).contains(CODE);
    }

    @Test
    void anExchangeWritesAllOfItAtOnce() {
        await(grants().add(CODE));

        assertThat(await(grants().exchange(CODE, USED, ISSUE))).isEqualTo(Written.DONE);

        assertThat(await(grants().find("code"))).contains(USED);
        assertThat(await(grants().find("refresh"))).contains(REFRESH);
        assertThat(await(store.directory().tokens().find("t1"))).contains(token("t1"));
        assertThat(await(store.directory().tokens().list("acme"))).containsExactly(token("t1"));
    }

    @Test
    void whatIsNoMoreAsItWasIsNotExchanged() {
        await(grants().add(CODE));
        await(grants().exchange(CODE, USED, ISSUE));
        Issue second = new Issue(List.of(token("t2")), List.of());

        assertThat(await(grants().exchange(CODE, CODE.usedFor("t2", NOON), second)))
                .isEqualTo(Written.MISSING);
        assertThat(await(grants().exchange(grant("none", "f3", "ada", "bot", new Proof.Refresh()), CODE, second)))
                .isEqualTo(Written.MISSING);

        assertThat(await(grants().find("code"))).contains(USED);
        assertThat(await(store.directory().tokens().find("t2"))).isEmpty();
    }

    @Test
    void whereAHashIsTakenNothingIsExchanged() {
        await(grants().add(CODE));
        await(store.directory().tokens().add(token("t1")));

        assertThat(await(grants().exchange(CODE, USED, ISSUE))).isEqualTo(Written.ID_TAKEN);

        assertThat(await(grants().find("code"))).contains(CODE);
        assertThat(await(grants().find("refresh"))).isEmpty();
    }

    @Test
    void ofManyWhoExchangeOneSucceeds() {
        await(grants().add(CODE));

        List<Written> answers = Together.run(16, number -> {
            String hash = "t" + number;
            return await(grants().exchange(
                            CODE,
                            CODE.usedFor(hash, minutesAfterNoon(60)),
                            new Issue(List.of(token(hash)), List.of())));
        });

        assertThat(Collections.frequency(answers, Written.DONE)).isEqualTo(1);
        assertThat(Collections.frequency(answers, Written.MISSING)).isEqualTo(15);
        assertThat(await(store.directory().tokens().list("acme"))).hasSize(1);
    }

    @Test
    void aFamilyIsRevokedWithItsTokens() {
        Grant other = grant("other", "f2", "ada", "bot", new Proof.Refresh());
        await(grants().add(CODE));
        await(grants().exchange(CODE, USED, ISSUE));
        await(grants().exchange(
                        REFRESH,
                        REFRESH.usedFor("t2", minutesAfterNoon(60)),
                        new Issue(List.of(token("t2")), List.of())));
        await(grants().add(other));
        await(store.directory().tokens().add(token("t3")));
        await(store.directory().tokens().revoke("acme", "t1"));

        assertThat(await(grants().revoke("f1"))).containsExactly("t2");
        assertThat(await(grants().revoke("f1"))).isEmpty();

        assertThat(await(grants().find("code"))).isEmpty();
        assertThat(await(grants().find("refresh"))).isEmpty();
        assertThat(await(grants().find("other"))).contains(other);
        assertThat(await(store.directory().tokens().list("acme"))).containsExactly(token("t3"));
    }

    @Test
    void expiredGrantsAreFoundUntilTheyAreDropped() {
        await(grants().add(CODE));
        await(grants().exchange(CODE, USED, ISSUE));
        await(grants().add(grant("ends", "f2", "ada", "bot", new Proof.Refresh())));

        assertThat(await(grants().dropExpired(minutesAfterNoon(5)))).isZero();
        assertThat(await(grants().dropExpired(minutesAfterNoon(6)))).isEqualTo(2);
        assertThat(await(grants().find("ends"))).isEmpty();
        assertThat(await(grants().find("code"))).contains(USED);
        assertThat(await(store.directory().tokens().find("t1"))).isPresent();
    }

    @Test
    void grantsGoWithTheirUser() {
        User ada = new User("acme", "ada", "ada@example.com", "", "", "", 1, User.State.ACTIVE, NOON);
        await(store.directory().users().add(List.of(ada)));
        await(grants().add(CODE));
        await(grants().add(grant("bobs", "f2", "bob", "bot", new Proof.Refresh())));

        await(store.directory().users().remove(ADA));

        assertThat(await(grants().find("code"))).isEmpty();
        assertThat(await(grants().find("bobs"))).isPresent();
    }

    @Test
    void grantsGoWithTheirApp() {
        await(store.directory().apps().add(new App("acme", "bot", "Bot", "hash", new TreeSet<>(), NOON)));
        await(grants().add(CODE));
        await(grants().add(grant("others", "f2", "ada", "bots", new Proof.Refresh())));

        await(store.directory().apps().remove("acme", "bot"));

        assertThat(await(grants().find("code"))).isEmpty();
        assertThat(await(grants().find("others"))).isPresent();
    }

    @Test
    void grantsSurviveReopening() {
        await(grants().add(CODE));
        await(grants().exchange(CODE, USED, ISSUE));

        restart();

        assertThat(await(grants().find("code"))).contains(USED);
        assertThat(await(grants().find("refresh"))).contains(REFRESH);
        assertThat(await(grants().revoke("f1"))).containsExactly("t1");
    }

    private Grants grants() {
        return store.authority().grants();
    }

    private static Grant grant(String hash, String family, @Nullable String user, String app, Proof proof) {
        Instant end = minutesAfterNoon(5);
        TreeSet<String> scopes = new TreeSet<>(List.of("user:read", "user:write"));
        return new Grant(hash, family, "acme", user, app, scopes, NOON, end, proof, null);
    }

    private static Token token(String hash) {
        return new Token(hash, "acme", "ada", "bot", "test", new TreeSet<>(), NOON, null);
    }
}
