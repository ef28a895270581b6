package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Mailbag.post;
import static dev.porchlight.testkit.contract.Mailbag.subscription;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Fate;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.engine.port.DeliveryLog.Standing;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryLog} does. */
public abstract class DeliveryLogContract extends PortContract {
    private static final Attempt PROOF =
            new Attempt(0, "endpoint.url_validation", "", NOON, 3000, 0, "keine Antwort für 3 s");

    @BeforeEach
    void subscribe() {
        await(store.directory().subscriptions().add(subscription("acme", "one")));
    }

    @Test
    void attemptsAreKeptNewestFirstWhateverBecameOfThem() {
        change(ADA, NOON);
        post(store, "one");
        await(log().note("one", PROOF));

        Attempt later = settleFront(NOON, new Fate.Later(NOON));
        Attempt parked = settleFront(minutesAfterNoon(1), new Fate.Parked());

        assertThat(await(log().attempts("one", 10))).containsExactly(parked, later, PROOF);
        assertThat(await(log().attempts("one", 2))).containsExactly(parked, later);
        restart();
        assertThat(await(log().attempts("one", 10))).containsExactly(parked, later, PROOF);
    }

    @Test
    void onlyTheLastAttemptsAreKept() {
        for (int i = 1; i <= DeliveryLog.KEPT + 2; i++) {
            await(log().note("one", numbered(i)));
        }

        assertThat(await(log().attempts("one", 1000)))
                .hasSize(DeliveryLog.KEPT)
                .startsWith(numbered(DeliveryLog.KEPT + 2))
                .endsWith(numbered(3));
    }

    @Test
    void nothingIsNotedOfASubscriptionThatIsNoMore() {
        await(log().note("unknown", PROOF));

        await(store.directory().subscriptions().add(subscription("acme", "unknown")));

        assertThat(await(log().attempts("unknown", 10))).isEmpty();
    }

    @Test
    void parkedOnesAreListedFromANumberOn() {
        parkThree();

        assertThat(await(log().parked("one", 0, 10)))
                .extracting(Delivery::number)
                .containsExactly(1L, 2L, 3L);
        assertThat(await(log().parked("one", 0, 2)))
                .extracting(Delivery::number)
                .containsExactly(1L, 2L);
        assertThat(await(log().parked("one", 1, 10)))
                .extracting(Delivery::number)
                .containsExactly(2L, 3L);
        assertThat(await(log().parked("one", 0, 10)))
                .extracting(Delivery::attempts)
                .containsOnly(1);
        assertThat(await(log().parked("one", 3, 10))).isEmpty();
    }

    @Test
    void theStandingCountsWhatWaitsAndWhatIsParked() {
        assertThat(await(log().standing("one"))).isEqualTo(Standing.NONE);
        change(ADA, NOON);
        change(ADA, NOON);
        change(BOB, NOON);
        post(store, "one");
        assertThat(await(log().standing("one"))).isEqualTo(new Standing(3, 3, 0));

        settleFront(NOON, new Fate.Parked());
        assertThat(await(log().standing("one"))).isEqualTo(new Standing(3, 2, 1));
        settleFront(NOON, new Fate.Delivered());
        settleFront(NOON, new Fate.Later(NOON));
        assertThat(await(log().standing("one"))).isEqualTo(new Standing(3, 1, 1));
        long number = await(log().parked("one", 0, 1)).getFirst().number();
        await(store.deliveries().again("one", number, NOON));
        assertThat(await(log().standing("one"))).isEqualTo(new Standing(3, 2, 0));
        assertThat(await(log().standing("unknown"))).isEqualTo(Standing.NONE);
    }

    @Test
    void trimDropsWhatWasParkedLongAgo() {
        parkThree();

        assertThat(await(log().trim("one", minutesAfterNoon(2)))).isEqualTo(2);
        assertThat(await(log().trim("one", minutesAfterNoon(2)))).isZero();

        assertThat(await(log().parked("one", 0, 10)))
                .extracting(Delivery::number)
                .containsExactly(3L);
        assertThat(await(log().standing("one"))).isEqualTo(new Standing(3, 0, 1));
    }

    /** At noon, a minute later and two minutes later. */
    private void parkThree() {
        for (int minute = 0; minute < 3; minute++) {
            change(ADA, minutesAfterNoon(minute));
            post(store, "one");
            settleFront(NOON, new Fate.Parked());
        }
    }

    private Attempt settleFront(Instant at, Fate fate) {
        Delivery front = await(store.deliveries().due("one", Instant.MAX, 1)).getFirst();
        Attempt attempt = Mailbag.attempt(front, at);
        await(store.deliveries().settle(front, attempt, fate));
        return attempt;
    }

    private DeliveryLog log() {
        return store.deliveryLog();
    }

    private static Attempt numbered(int number) {
        return new Attempt(number, "user.signed_in", "ada", NOON, 1, 200, "delivered");
    }
}
