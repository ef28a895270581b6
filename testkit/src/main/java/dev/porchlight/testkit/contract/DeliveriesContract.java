package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Mailbag.attempt;
import static dev.porchlight.testkit.contract.Mailbag.post;
import static dev.porchlight.testkit.contract.Mailbag.posting;
import static dev.porchlight.testkit.contract.Mailbag.subscription;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Fate;
import dev.porchlight.engine.port.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.porchlight.engine.port.Deliveries} does. */
public abstract class DeliveriesContract extends PortContract {
    private static final Fate DELIVERED = new Fate.Delivered();
    private static final Fate PARKED = new Fate.Parked();

    @BeforeEach
    void subscribe() {
        await(store.directory().subscriptions().add(subscription("acme", "one")));
        await(store.directory().subscriptions().add(subscription("acme", "two")));
    }

    @Test
    void whereNothingWaitsNothingIsDue() {
        assertThat(due("one", Instant.MAX)).isEmpty();
        assertThat(next("one")).isEmpty();
        assertThat(due("unknown", Instant.MAX)).isEmpty();
    }

    @Test
    void whatIsPostedLeavesTheOutboxAndIsDueAtItsInstant() {
        PresenceEvent event = change(ADA, NOON);
        Entry entry = Mailbag.take(store).getFirst();

        assertThat(await(store.deliveries().post(List.of(posting(entry, "one")))))
                .isEqualTo(1);

        assertThat(await(store.outbox().take(minutesAfterNoon(60), 10, Duration.ofMinutes(1))))
                .isEmpty();
        assertThat(due("one", NOON.minusNanos(1))).isEmpty();
        assertThat(due("one", NOON))
                .containsExactly(new Delivery(
                        1, 0, ADA, event.at(), posting(entry, "one").letters().getFirst()));
        assertThat(next("one")).containsExactly(NOON);
        assertThat(due("two", NOON)).isEmpty();
    }

    @Test
    void anEntryIsPostedOnce() {
        change(ADA, NOON);
        Entry entry = Mailbag.take(store).getFirst();
        await(store.deliveries().post(List.of(posting(entry, "one"))));

        assertThat(await(store.deliveries().post(List.of(posting(entry, "one")))))
                .isZero();
        deliver("one", NOON);

        assertThat(due("one", Instant.MAX)).isEmpty();
    }

    @Test
    void anEntryThatNobodyWantsLeavesTheOutbox() {
        change(ADA, NOON);

        post(store);

        assertThat(await(store.outbox().take(minutesAfterNoon(60), 10, Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void eachSubscriptionCountsForItselfAndWithoutHoles() {
        change(ADA, NOON);
        change(BOB, NOON);
        post(store, "one");
        change(CYD, NOON);
        post(store, "one", "two");
        change(new UserKey("acme", "dan"), NOON);
        post(store, "unknown", "two");

        assertThat(due("one", NOON)).extracting(Delivery::number).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(due("two", NOON)).extracting(Delivery::number).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void ofEachUserOneIsInFront() {
        change(ADA, NOON);
        change(ADA, minutesAfterNoon(1));
        change(ADA, minutesAfterNoon(2));
        change(BOB, minutesAfterNoon(1));
        post(store, "one");

        assertThat(due("one", Instant.MAX)).extracting(Delivery::user).containsExactly(ADA, BOB);
        assertThat(due("one", minutesAfterNoon(9), 1))
                .extracting(Delivery::user)
                .containsExactly(ADA);
        assertThat(numbersOf(ADA, "one")).isSorted().hasSize(3);
        assertThat(next("one")).containsExactly(minutesAfterNoon(1));
    }

    @Test
    void whatIsTriedAgainLaterHoldsUpItsUserOnly() {
        change(ADA, NOON);
        change(ADA, NOON);
        change(BOB, NOON);
        post(store, "one");
        Delivery first = front(ADA);

        settle(first, NOON, new Fate.Later(minutesAfterNoon(5)));

        assertThat(due("one", minutesAfterNoon(5).minusNanos(1)))
                .extracting(Delivery::user)
                .containsExactly(BOB);
        deliver("one", NOON);
        assertThat(next("one")).containsExactly(minutesAfterNoon(5));
        Delivery again = due("one", minutesAfterNoon(5)).getFirst();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.letter()).isEqualTo(first.letter());
    }

    @Test
    void whatIsParkedLetsTheNextComeAtOnce() {
        change(ADA, NOON);
        change(ADA, NOON);
        post(store, "one");
        Delivery first = front(ADA);

        settle(first, minutesAfterNoon(85), PARKED);

        assertThat(next("one")).containsExactly(minutesAfterNoon(85));
        assertThat(front(ADA).number()).isGreaterThan(first.number());
        assertThat(await(store.deliveryLog().parked("one", 0, 10)))
                .extracting(Delivery::number)
                .containsExactly(first.number());
    }

    @Test
    void onlyWhatIsInFrontIsSettled() {
        change(ADA, NOON);
        change(ADA, NOON);
        post(store, "one");
        Delivery first = front(ADA);
        settle(first, NOON, DELIVERED);

        settle(first, NOON, PARKED);

        assertThat(await(store.deliveryLog().parked("one", 0, 10))).isEmpty();
        assertThat(numbersOf(ADA, "one")).hasSize(1);
    }

    @Test
    void whatWasParkedIsSentAgainBehindWhatWaits() {
        change(ADA, NOON);
        change(ADA, NOON);
        post(store, "one");
        Delivery first = front(ADA);
        settle(first, NOON, PARKED);

        assertThat(again("one", first.number())).isEqualTo(Written.DONE);
        assertThat(again("one", first.number())).isEqualTo(Written.MISSING);
        assertThat(again("two", first.number())).isEqualTo(Written.MISSING);

        assertThat(await(store.deliveryLog().parked("one", 0, 10))).isEmpty();
        assertThat(numbersOf(ADA, "one")).containsExactly(first.number() + 1, first.number());
    }

    @Test
    void whatIsSentAgainAloneIsDueNowAndAsIfNew() {
        change(ADA, NOON);
        post(store, "one");
        settle(front(ADA), NOON, PARKED);

        again("one", 1);

        assertThat(next("one")).containsExactly(minutesAfterNoon(90));
        assertThat(due("one", minutesAfterNoon(90)).getFirst().attempts()).isZero();
    }

    @Test
    void aRemovedSubscriptionLeavesNothing() {
        change(ADA, NOON);
        change(BOB, NOON);
        post(store, "one", "two");
        Delivery ada = front(ADA);
        settle(ada, NOON, PARKED);

        await(store.directory().subscriptions().remove("acme", "one"));
        settle(ada, NOON, DELIVERED);

        assertThat(due("one", Instant.MAX)).isEmpty();
        assertThat(next("one")).isEmpty();
        assertThat(again("one", ada.number())).isEqualTo(Written.MISSING);
        assertThat(await(store.deliveryLog().attempts("one", 10))).isEmpty();
        assertThat(due("two", NOON)).hasSize(2);
    }

    @Test
    void deliveriesSurviveReopening() {
        change(ADA, NOON);
        change(ADA, NOON);
        change(BOB, NOON);
        post(store, "one");
        Delivery first = front(ADA);
        settle(first, NOON, new Fate.Later(minutesAfterNoon(5)));
        settle(front(BOB), NOON, PARKED);

        restart();

        assertThat(next("one")).containsExactly(minutesAfterNoon(5));
        assertThat(numbersOf(ADA, "one")).hasSize(2).startsWith(first.number());
        assertThat(again("one", 2)).isEqualTo(Written.DONE);
        change(CYD, NOON);
        post(store, "one");
        assertThat(numbersOf(CYD, "one")).containsExactly(4L);
    }

    @Test
    void lateNewsOfAnEarlierInstantIsSeen() {
        change(ADA, minutesAfterNoon(9));
        post(store, "one");
        assertThat(next("one")).containsExactly(minutesAfterNoon(9));

        change(BOB, NOON);
        post(store, "one");

        assertThat(next("one")).containsExactly(NOON);
    }

    private List<Long> numbersOf(UserKey user, String subscription) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            due(subscription, Instant.MAX).stream()
                    .filter(delivery -> delivery.user().equals(user))
                    .findFirst()
                    .ifPresent(delivery -> {
                        numbers.add(delivery.number());
                        settle(delivery, NOON, DELIVERED);
                    });
        }
        return numbers;
    }

    private Delivery front(UserKey user) {
        return due("one", Instant.MAX).stream()
                .filter(delivery -> delivery.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private void deliver(String subscription, Instant now) {
        due(subscription, now).forEach(delivery -> settle(delivery, now, DELIVERED));
    }

    private List<Delivery> due(String subscription, Instant now) {
        return due(subscription, now, 100);
    }

    private List<Delivery> due(String subscription, Instant now, int limit) {
        return await(store.deliveries().due(subscription, now, limit));
    }

    private List<Instant> next(String subscription) {
        return await(store.deliveries().next(subscription)).stream().toList();
    }

    private void settle(Delivery delivery, Instant at, Fate fate) {
        await(store.deliveries().settle(delivery, attempt(delivery, at), fate));
    }

    private Written again(String subscription, long number) {
        return await(store.deliveries().again(subscription, number, minutesAfterNoon(90)));
    }
}
