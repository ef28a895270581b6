package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Mailbag.subscription;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.Health;
import dev.porchlight.engine.directory.Subscription.State;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Written;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link Subscriptions} does. */
public abstract class SubscriptionsContract extends PortContract {
    private static final Subscription ONE = subscription("acme", "one");
    private static final Subscription TWO = subscription("acme", "two");

    @Test
    void aSubscriptionIsFoundAsItWasAddedByItsAccountOnly() {
        assertThat(await(subscriptions().add(ONE))).isEqualTo(Written.DONE);

        assertThat(await(subscriptions().find("acme", "one"))).contains(ONE);
        assertThat(await(subscriptions().find("globex", "one"))).isEmpty();
        assertThat(await(subscriptions().find("acme", "on"))).isEmpty();
    }

    @Test
    void anIdIsTakenOnceInTheWholeStore() {
        await(subscriptions().add(ONE));

        assertThat(await(subscriptions().add(subscription("globex", "one")))).isEqualTo(Written.ID_TAKEN);
        assertThat(await(subscriptions().list())).containsExactly(ONE);
    }

    @Test
    void allAreListedById() {
        Subscription other = subscription("globex", "other");
        await(subscriptions().add(TWO));
        await(subscriptions().add(other));
        await(subscriptions().add(ONE));

        assertThat(await(subscriptions().list())).containsExactly(ONE, other, TWO);
    }

    @Test
    void oneIsReplacedOnlyByWhoKnowsItAsItIs() {
        Subscription active = ONE.with(new Health(State.ACTIVE, 0, NOON));
        await(subscriptions().add(ONE));

        assertThat(await(subscriptions().replace(ONE, active))).isEqualTo(Written.DONE);
        assertThat(await(subscriptions().replace(ONE, ONE.withSecret("late")))).isEqualTo(Written.MISSING);
        assertThat(await(subscriptions().replace(TWO, TWO))).isEqualTo(Written.MISSING);
        assertThat(await(subscriptions().list())).containsExactly(active);
    }

    @Test
    void oneIsRemovedByItsAccountOnly() {
        await(subscriptions().add(ONE));

        assertThat(await(subscriptions().remove("globex", "one"))).isEqualTo(Written.MISSING);
        assertThat(await(subscriptions().remove("acme", "one"))).isEqualTo(Written.DONE);
        assertThat(await(subscriptions().remove("acme", "one"))).isEqualTo(Written.MISSING);
        assertThat(await(subscriptions().list())).isEmpty();
    }

    @Test
    void anAppTakesItsSubscriptionsWithIt() {
        await(store.directory().apps().add(new App("acme", "bot", "Bot", "hash", new TreeSet<>(), NOON)));
        await(subscriptions().add(ONE));
        await(subscriptions().add(subscription("acme", "bots", "bot")));

        await(store.directory().apps().remove("acme", "bot"));

        assertThat(await(subscriptions().list())).containsExactly(ONE);
    }

    @Test
    void subscriptionsSurviveReopening() {
        await(subscriptions().add(ONE));

        restart();

        assertThat(await(subscriptions().list())).containsExactly(ONE);
    }

    @Test
    void theSecretIsNeverShown() {
        assertThat(ONE.toString()).contains("one").doesNotContain(ONE.secret());
    }

    private Subscriptions subscriptions() {
        return store.directory().subscriptions();
    }
}
