package dev.porchlight.store.valkey.shard;

import static dev.porchlight.store.valkey.shard.Changes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EarliestAlarmTest {
    private final EarliestAlarm earliest = new EarliestAlarm();

    @Test
    void anAlarmIsKnownFromItsCommitOn() {
        assertThat(earliest.isKnown()).isFalse();

        earliest.set(NOON);

        assertThat(earliest.isBy(NOON.minusNanos(1))).isFalse();
        assertThat(earliest.isBy(NOON)).isTrue();
    }

    @Test
    void aLookThatSawNoneForgetsIt() {
        earliest.set(NOON);

        earliest.saw(earliest.look(0), null);

        assertThat(earliest.isKnown()).isFalse();
    }

    @Test
    void whatIsCommittedDuringALookIsNotForgottenByIt() {
        Look look = earliest.look(0);
        earliest.set(NOON);

        earliest.saw(look, NOON.plusSeconds(60));

        assertThat(earliest.isBy(NOON)).isTrue();
    }

    @Test
    void aLookThatEndsAfterALaterOneForgetsNothing() {
        Look early = earliest.look(0);
        earliest.set(NOON);
        Look late = earliest.look(1);

        earliest.saw(late, NOON);
        earliest.saw(early, null);

        assertThat(earliest.isBy(NOON)).isTrue();
    }

    @Test
    void itIsUnseenUntilALookEndsAndAgainWhenThatIsOld() {
        assertThat(earliest.isUnseenFor(100, 0)).isTrue();
        Look look = earliest.look(7);
        assertThat(earliest.isUnseenFor(100, 7)).isTrue();

        earliest.saw(look, null);

        assertThat(earliest.isUnseenFor(100, 106)).isFalse();
        assertThat(earliest.isUnseenFor(100, 107)).isTrue();
    }
}
