package dev.porchlight.testkit.engine;

import static dev.porchlight.testkit.engine.Fixture.ADA;
import static dev.porchlight.testkit.engine.Fixture.BOB;
import static dev.porchlight.testkit.engine.Fixture.after;
import static dev.porchlight.testkit.engine.Fixture.doNotDisturb;
import static dev.porchlight.testkit.engine.Fixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Ringer;
import dev.porchlight.engine.Timetable;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.engine.watch.Mailbox;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** From the corridor through store, feed and fan-out into a mailbox. */
class WatchingTest {
    private final Fixture house = new Fixture();
    private final FanOut fanOut = new FanOut(house.store.feed(), house.store.ledger());
    private final AtomicInteger ready = new AtomicInteger();
    private final Mailbox mailbox = new Mailbox(10, ready::incrementAndGet);

    @Test
    void aWatcherSeesSomebodySignInDeclareAndLeave() {
        fanOut.watch(mailbox, ADA, FanOut.NOTHING_KNOWN);
        assertThat(drained()).containsExactly(Status.OFFLINE);

        house.submit(ADA, signIn(Duration.ofMinutes(10)));
        assertThat(drained()).containsExactly(Status.AVAILABLE);
        house.submit(ADA, doNotDisturb(5));
        assertThat(drained()).containsExactly(Status.DO_NOT_DISTURB);

        Ringer ringer = new Ringer(house.store.alarms(), house.corridor, house.clock);
        Timetable timetable = new Timetable(List.of(ringer), house.clock, house.clock::set);
        Stages.await(timetable.advance(after(Duration.ofMinutes(5))));
        assertThat(drained()).containsExactly(Status.AVAILABLE);
        Stages.await(timetable.advance(after(Duration.ofMinutes(10))));
        assertThat(drained()).containsExactly(Status.OFFLINE);
        assertThat(ready).hasValue(5);
    }

    @Test
    void aSlowWatcherGetsTheNewestOnly() {
        fanOut.watch(mailbox, ADA, FanOut.NOTHING_KNOWN);
        house.submit(ADA, signIn(Duration.ofMinutes(10)));
        house.submit(ADA, doNotDisturb(5));

        assertThat(drained()).containsExactly(Status.DO_NOT_DISTURB);
        assertThat(ready).hasValue(1);
    }

    @Test
    void nothingOfOtherUsersOrAccountsArrives() {
        fanOut.watch(mailbox, ADA, 0);
        house.submit(BOB, signIn(Duration.ofMinutes(10)));
        house.submit(new UserKey("globex", "ada"), signIn(Duration.ofMinutes(10)));

        assertThat(drained()).isEmpty();
    }

    @Test
    void whoIsRemovedIsSeenToGoAndToComeBack() {
        User ada = new User("acme", "ada", "ada@example.com", "", "", "", 1, User.State.ACTIVE, house.clock.instant());
        Stages.await(house.store.directory().users().add(List.of(ada)));
        house.submit(ADA, signIn(Duration.ofMinutes(10)));
        house.submit(ADA, doNotDisturb(5));
        fanOut.watch(mailbox, ADA, FanOut.NOTHING_KNOWN);
        assertThat(mailbox.drain(10)).extracting(Shown::revision).containsExactly(2L);

        Stages.await(house.store.directory().users().remove(ADA));
        assertThat(mailbox.drain(10)).extracting(Shown::revision).containsExactly(3L);
        house.submit(ADA, signIn(Duration.ofMinutes(10)));
        assertThat(drained()).containsExactly(Status.AVAILABLE);
    }

    private List<Status> drained() {
        return mailbox.drain(10).stream().map(shown -> shown.answer().status()).toList();
    }
}
