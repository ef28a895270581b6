package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.authority.SigningKeys;
import dev.porchlight.engine.directory.Written;
import org.junit.jupiter.api.Test;

/** What every {@link SigningKeys} does. */
public abstract class SigningKeysContract extends PortContract {
    private static final SigningKey OLD = new SigningKey("old", "{}", NOON);
    private static final SigningKey NEW = new SigningKey("new", "{\"kty\":\"RSA\"}", minutesAfterNoon(1));
    private static final SigningKey TWIN = new SigningKey("twin", "{}", minutesAfterNoon(1));

    @Test
    void keysAreListedNewestFirst() {
        assertThat(await(keys().list())).isEmpty();
        await(keys().add(TWIN));
        await(keys().add(OLD));
        await(keys().add(NEW));

        assertThat(await(keys().list())).containsExactly(NEW, TWIN, OLD);
    }

    @Test
    void anIdIsTakenOnce() {
        await(keys().add(OLD));

        assertThat(await(keys().add(new SigningKey("old", "other", NOON)))).isEqualTo(Written.ID_TAKEN);
        assertThat(await(keys().list())).containsExactly(OLD);
    }

    @Test
    void aRemovedKeyIsGone() {
        await(keys().add(OLD));
        await(keys().add(NEW));

        assertThat(await(keys().remove("old"))).isEqualTo(Written.DONE);
        assertThat(await(keys().remove("old"))).isEqualTo(Written.MISSING);
        assertThat(await(keys().list())).containsExactly(NEW);
    }

    @Test
    void keysSurviveReopening() {
        await(keys().add(NEW));

        restart();

        assertThat(await(keys().list())).containsExactly(NEW);
    }

    private SigningKeys keys() {
        return store.authority().signingKeys();
    }
}
