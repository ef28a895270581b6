package dev.porchlight.store.valkey.shard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkTest {
    private final Mark mark = new Mark();

    @Test
    void itIsSetByACommitAndTakenAwayByALookThatSawNothing() {
        mark.set();
        assertThat(mark.isSet()).isTrue();

        mark.saw(mark.look(0), false);

        assertThat(mark.isSet()).isFalse();
    }

    @Test
    void itStaysWhereSomethingWaits() {
        mark.saw(mark.look(0), true);

        assertThat(mark.isSet()).isTrue();
    }

    @Test
    void whatIsCommittedDuringALookIsNotForgottenByIt() {
        Look look = mark.look(0);
        mark.set();

        mark.saw(look, false);

        assertThat(mark.isSet()).isTrue();
    }
}
