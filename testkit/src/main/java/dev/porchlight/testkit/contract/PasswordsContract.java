package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Passwords} does. */
public abstract class PasswordsContract extends PortContract {
    private static final Password FIRST = new Password(ADA, "first", NOON);

    @BeforeEach
    void addUsers() {
        await(store.directory().users().add(List.of(user(ADA), user(BOB))));
    }

    @Test
    void theLastPasswordSetIsFound() {
        assertThat(await(passwords().find(ADA))).isEmpty();
        assertThat(await(passwords().set(FIRST))).isEqualTo(Written.DONE);
        assertThat(await(passwords().find(ADA))).contains(FIRST);

        Password second = new Password(ADA, "second", minutesAfterNoon(1));
        assertThat(await(passwords().set(second))).isEqualTo(Written.DONE);
        assertThat(await(passwords().find(ADA))).contains(second);
        assertThat(await(passwords().find(BOB))).isEmpty();
    }

    @Test
    void whoIsNotThereGetsNone() {
        assertThat(await(passwords().set(new Password(CYD, "first", NOON)))).isEqualTo(Written.MISSING);
        assertThat(await(passwords().find(CYD))).isEmpty();
    }

    @Test
    void aRemovedPasswordIsGone() {
        await(passwords().set(FIRST));

        assertThat(await(passwords().remove(BOB))).isEqualTo(Written.MISSING);
        assertThat(await(passwords().remove(ADA))).isEqualTo(Written.DONE);
        assertThat(await(passwords().find(ADA))).isEmpty();
    }

    @Test
    void aPasswordGoesWithItsUser() {
        await(passwords().set(FIRST));

        await(store.directory().users().remove(ADA));
        await(store.directory().users().add(List.of(user(ADA))));

        assertThat(await(passwords().find(ADA))).isEmpty();
    }

    @Test
    void passwordsSurviveReopening() {
        await(passwords().set(FIRST));

        restart();

        assertThat(await(passwords().find(ADA))).contains(FIRST);
    }

    private Passwords passwords() {
        return store.authority().passwords();
    }

    private static User user(UserKey key) {
        return new User(key.account(), key.user(), key.user() + "@example.com", "", "", "", 1, User.State.ACTIVE, NOON);
    }
}
