package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.UserKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link dev.porchlight.engine.port.Alarms} does. */
public abstract class AlarmsContract extends PortContract {
    private static final int ALL = 1000;

    @Test
    void whereNoAlarmIsSetNoneIsDue() {
        assertThat(await(store.alarms().next())).isEmpty();
        assertThat(await(store.alarms().due(Instant.MAX, ALL))).isEmpty();
    }

    @Test
    void anAlarmIsDueAtItsInstantAndNotBefore() {
        Instant end = signIn(ADA, NOON, Duration.ofNanos(90_000_000_001L));

        assertThat(await(store.alarms().due(end.minusNanos(1), ALL))).isEmpty();
        assertThat(await(store.alarms().due(end, ALL))).containsExactly(ADA);
        assertThat(await(store.alarms().next())).contains(end);
    }

    @Test
    void anAlarmGoesOnRingingUntilACommitReplacesIt() {
        Instant end = signIn(ADA, NOON, Duration.ofMinutes(2));

        assertThat(await(store.alarms().due(end, ALL))).containsExactly(ADA);
        assertThat(await(store.alarms().due(end, ALL))).containsExactly(ADA);
        commit(ADA, new Command.Tick(), end);
        assertThat(await(store.alarms().due(end, ALL))).isEmpty();
    }

    @Test
    void aLaterCommitReplacesTheAlarmAndAddsNone() {
        Instant first = signIn(ADA, NOON, Duration.ofMinutes(2));
        Instant second = signIn(ADA, minutesAfterNoon(1), Duration.ofMinutes(5));

        assertThat(await(store.alarms().due(first, ALL))).isEmpty();
        assertThat(await(store.alarms().due(second, ALL))).containsExactly(ADA);
        assertThat(await(store.alarms().next())).contains(second);
    }

    @Test
    void anAlarmCanBeReplacedByAnEarlierOne() {
        Instant late = signIn(ADA, NOON, Duration.ofHours(2));
        Instant early = signIn(ADA, NOON.plusSeconds(1), Duration.ofMinutes(1));

        assertThat(await(store.alarms().due(early, ALL))).containsExactly(ADA);
        commit(ADA, new Command.Tick(), early);
        assertThat(await(store.alarms().due(late, ALL))).isEmpty();
    }

    @Test
    void aCommitWithoutAnAlarmRemovesIt() {
        signIn(ADA, NOON, Duration.ofMinutes(2));
        commit(ADA, new Command.SignOut("desk", "user:ada"), minutesAfterNoon(1));

        assertThat(await(store.alarms().next())).isEmpty();
        assertThat(await(store.alarms().due(Instant.MAX, ALL))).isEmpty();
    }

    @Test
    void dueAlarmsComeEarliestFirstAndNoMoreThanAskedFor() {
        signIn(ADA, NOON, Duration.ofMinutes(3));
        signIn(BOB, NOON, Duration.ofMinutes(1));
        signIn(CYD, NOON, Duration.ofMinutes(2));

        assertThat(await(store.alarms().due(minutesAfterNoon(3), ALL))).containsExactly(BOB, CYD, ADA);
        assertThat(await(store.alarms().due(minutesAfterNoon(3), 2))).containsExactly(BOB, CYD);
        assertThat(await(store.alarms().due(minutesAfterNoon(2), ALL))).containsExactly(BOB, CYD);
        assertThat(await(store.alarms().next())).contains(minutesAfterNoon(1));
    }

    @Test
    void alarmsANanosecondApartAreInOrder() {
        signIn(ADA, NOON.plusNanos(1), Duration.ofMinutes(1));
        signIn(BOB, NOON, Duration.ofMinutes(1));

        assertThat(await(store.alarms().due(minutesAfterNoon(1), ALL))).containsExactly(BOB);
        assertThat(await(store.alarms().due(minutesAfterNoon(1).plusNanos(1), ALL)))
                .containsExactly(BOB, ADA);
    }

    @Test
    void alarmsOfOneInstantAreAllDue() {
        UserKey other = new UserKey("globex", "ada");
        signIn(ADA, NOON, Duration.ofMinutes(1));
        signIn(BOB, NOON, Duration.ofMinutes(1));
        signIn(other, NOON, Duration.ofMinutes(1));

        assertThat(await(store.alarms().due(minutesAfterNoon(1), ALL))).containsExactlyInAnyOrder(ADA, BOB, other);
    }

    @Test
    void anAlarmSurvivesReopening() {
        Instant end = signIn(ADA, NOON, Duration.ofMinutes(2));
        signIn(BOB, NOON, Duration.ofMinutes(1));
        commit(BOB, new Command.SignOut("desk", "user:bob"), NOON.plusSeconds(1));

        restart();

        assertThat(await(store.alarms().next())).contains(end);
        assertThat(await(store.alarms().due(end, ALL))).containsExactly(ADA);
    }

    /** Answers when the session ends unless renewed. */
    private Instant signIn(UserKey user, Instant now, Duration lease) {
        commit(user, beat("desk", Activity.ACTIVE, lease), now);
        return now.plus(lease);
    }
}
