package dev.porchlight.server.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AVAILABLE         | Available         | Available           | Available
                    AWAY              | Away              | Away                | Away
                    DO_NOT_DISTURB    | Do_Not_Disturb    | Do_Not_Disturb      | Do_Not_Disturb
                    IN_CALENDAR_EVENT | In_Calendar_Event | In_A_Calendar_Event | In_Calendar_Event
                    IN_A_ZOOM_MEETING | In_A_Zoom_Meeting | In_A_Meeting        | In_Meeting
                    ON_A_CALL         | On_A_Call         | In_A_Call           | On_Phone_Call
                    PRESENTING        | Presenting        | Presenting          | Presenting
                    BUSY              | Busy              | Busy                | Busy
                    OUT_OF_OFFICE     | Out_of_Office     | Out_of_Office       | Out_of_Office
                    OFFLINE           | Offline           | Offline             | Offline
                    """)
    void eachSurfaceHasItsSpellingEachWay(Status status, String put, String get, String webhook) {
        assertThat(StatusNames.PUT.name(status)).isEqualTo(put);
        assertThat(StatusNames.GET.name(status)).isEqualTo(get);
        assertThat(StatusNames.WEBHOOK.name(status)).isEqualTo(webhook);
        assertThat(StatusNames.PUT.status(put)).isEqualTo(status);
        assertThat(StatusNames.GET.status(get)).isEqualTo(status);
        assertThat(StatusNames.WEBHOOK.status(webhook)).isEqualTo(status);
        assertThat(StatusNames.accept(put)).isEqualTo(status);
        assertThat(StatusNames.accept(get)).isEqualTo(status);
        assertThat(StatusNames.accept(webhook)).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void theTableHasEveryStatus(Status status) {
        for (StatusNames surface : List.of(StatusNames.PUT, StatusNames.GET, StatusNames.WEBHOOK)) {
            assertThat(surface.status(surface.name(status))).isEqualTo(status);
        }
    }

    @Test
    void theSpellingOfOneSurfaceIsNotThatOfAnother() {
        assertThat(StatusNames.PUT.status("In_A_Meeting")).isNull();
        assertThat(StatusNames.GET.status("In_Meeting")).isNull();
        assertThat(StatusNames.WEBHOOK.status("On_A_Call")).isNull();
    }

    @Test
    void zoomsOwnTypingMistakeIsAccepted() {
        assertThat(StatusNames.accept("Do_No_Disturb")).isEqualTo(Status.DO_NOT_DISTURB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "available", "AVAILABLE", " Available", "Do Not Disturb", "DND", "Out_Of_Office", "null"})
    void nothingElseIsAccepted(String name) {
        assertThat(StatusNames.accept(name)).isNull();
    }

    @Test
    void theSettableOnesAreToldInAnOrderThatCanBeRead() {
        assertThat(StatusNames.settable())
                .isEqualTo(
                        "one of Available, Away, Busy, Do_Not_Disturb, In_A_Zoom_Meeting, In_Calendar_Event, On_A_Call, "
                                + "Out_of_Office, Presenting");
    }
}
