package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Written;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} does. */
public abstract class AccountsContract extends PortContract {
    private static final Account ACME = new Account("acme", "Acme Ltd", NOON);
    private static final Account GLOBEX = new Account("globex", "Globex 𝄞", NOON.plusNanos(1));

    @Test
    void anAccountIsFoundAsItWasAdded() {
        assertThat(await(accounts().add(GLOBEX))).isEqualTo(Written.DONE);

        assertThat(await(accounts().find("globex"))).contains(GLOBEX);
        assertThat(await(accounts().find("acme"))).isEmpty();
    }

    @Test
    void anIdIsTakenOnce() {
        await(accounts().add(ACME));

        assertThat(await(accounts().add(new Account("acme", "Another", NOON)))).isEqualTo(Written.ID_TAKEN);
        assertThat(await(accounts().find("acme"))).contains(ACME);
    }

    @Test
    void allAreListedById() {
        assertThat(await(accounts().list())).isEmpty();
        await(accounts().add(GLOBEX));
        await(accounts().add(ACME));

        assertThat(await(accounts().list())).containsExactly(ACME, GLOBEX);
    }

    @Test
    void accountsSurviveReopening() {
        await(accounts().add(ACME));

        restart();

        assertThat(await(accounts().find("acme"))).contains(ACME);
    }

    private Accounts accounts() {
        return store.directory().accounts();
    }
}
