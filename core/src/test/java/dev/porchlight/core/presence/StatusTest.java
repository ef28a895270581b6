package dev.porchlight.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** semantics: Statuses. */
class StatusTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusButOfflineCanBeSet(Status status) {
        assertThat(status.settable()).isEqualTo(status != Status.OFFLINE);
    }

    @Test
    void theRanksOneToSevenInterruptADeclaration() {
        assertThat(Arrays.stream(Status.values()).filter(Status::interrupts))
                .containsExactly(
                        Status.DO_NOT_DISTURB,
                        Status.PRESENTING,
                        Status.IN_A_ZOOM_MEETING,
                        Status.ON_A_CALL,
                        Status.IN_CALENDAR_EVENT,
                        Status.BUSY,
                        Status.OUT_OF_OFFICE);
    }

    @Test
    void threeDeclarationsOutliveTheLastSession() {
        assertThat(Arrays.stream(Status.values()).filter(Status::outlivesSessions))
                .containsExactly(Status.DO_NOT_DISTURB, Status.BUSY, Status.OUT_OF_OFFICE);
    }
}
