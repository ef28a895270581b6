package dev.porchlight.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Status;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRequestTest {
    private static final String ALLOWED = " (expected: " + StatusNames.settable() + ")";
    private static final String MINUTES = " (expected: 1 to 1440 minutes)";

    @ParameterizedTest
    @CsvSource({
        "Available, AVAILABLE",
        "Away, AWAY",
        "In_Calendar_Event, IN_CALENDAR_EVENT",
        "In_A_Calendar_Event, IN_CALENDAR_EVENT",
        "In_A_Zoom_Meeting, IN_A_ZOOM_MEETING",
        "In_A_Meeting, IN_A_ZOOM_MEETING",
        "In_Meeting, IN_A_ZOOM_MEETING",
        "On_A_Call, ON_A_CALL",
        "In_A_Call, ON_A_CALL",
        "On_Phone_Call, ON_A_CALL",
        "Presenting, PRESENTING",
        "Busy, BUSY",
        "Out_of_Office, OUT_OF_OFFICE"
    })
    void anySpellingIsTakenAndTheDurationNotLookedAt(String name, Status status) {
        assertThat(form("status=" + name + "&duration=Available1221"))
                .isEqualTo(new StatusRequest.Wanted(status, null));
        assertThat(json("{\"status\":\"" + name + "\",\"duration\":[0]}"))
                .isEqualTo(new StatusRequest.Wanted(status, null));
    }

    @ParameterizedTest
    @CsvSource({"Do_Not_Disturb, 1", "Do_No_Disturb, 20", "Do_Not_Disturb, 1440"})
    void doNotDisturbTakesWholeMinutesAsNumberOrText(String name, int minutes) {
        StatusRequest wanted = new StatusRequest.Wanted(Status.DO_NOT_DISTURB, minutes);
        assertThat(form("status=" + name + "&duration=" + minutes)).isEqualTo(wanted);
        assertThat(json("{\"status\":\"" + name + "\",\"duration\":" + minutes + "}"))
                .isEqualTo(wanted);
        assertThat(json("{\"status\":\"" + name + "\",\"duration\":\"" + minutes + "\"}"))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Do_Not_Disturb\"}",
                "{\"status\":\"Do_Not_Disturb\",\"duration\":null}",
                "{\"status\":\"Do_Not_Disturb\",\"duration\":\"\"}"
            })
    void aDurationThatIsAbsentNullOrLeftEmptyIsTheDefault(String body) {
        assertThat(json(body)).isEqualTo(new StatusRequest.Wanted(Status.DO_NOT_DISTURB, null));
        assertThat(form("status=Do_Not_Disturb&duration=")).isEqualTo(json(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1441",
                "1.5",
                "20m",
                "Available1221",
                "-1",
                "%2B20",
                "1e2",
                "0x14",
                "99999999999999999999",
                "4294967297",
                "٢٠",
                "20.0"
            })
    void anyOtherDurationIsRefusedWithWhatIsAllowed(String duration) {
        assertThat(form("status=Do_Not_Disturb&duration=" + duration))
                .isEqualTo(invalid(new FieldError("duration", "duration: " + duration.replace("%2B", "+") + MINUTES)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    0      | 0
                    -20    | -20
                    1.5    | 1.5
                    1e1    | 1e1
                    true   | true
                    {}     | an object
                    [20]   | a list
                    " "    | " "
                    """)
    void anyOtherJsonDurationIsRefused(String duration, String found) {
        assertThat(json("{\"status\":\"Do_Not_Disturb\",\"duration\":" + duration + "}"))
                .isEqualTo(invalid(new FieldError("duration", "duration: " + found + MINUTES)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                       | missing
                    {"status":null}          | missing
                    {"status":""}            | ""
                    {"status":"  "}          | "  "
                    {"status":"available"}   | available
                    {"status":"Offline"}     | Offline
                    {"status":5}             | 5
                    {"status":["Away"]}      | a list
                    {"status":"Away","status":"Away"} | given more than once
                    """)
    void anyOtherStatusIsRefusedWithWhatIsAllowed(String body, String found) {
        assertThat(json(body)).isEqualTo(invalid(new FieldError("status", "status: " + found + ALLOWED)));
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(form("status=DND&duration=0"))
                .isEqualTo(invalid(
                        new FieldError("status", "status: DND" + ALLOWED),
                        new FieldError("duration", "duration: 0" + MINUTES)));
    }

    @Test
    void aValueOfAnyLengthAndContentMakesAMessageThatCanBeSent() {
        String half = "\\ud83d";
        StatusRequest refused = json("{\"status\":\"" + half + "x".repeat(10_000) + "\"}");
        assertThat(refused).isInstanceOf(StatusRequest.Invalid.class);
        List<FieldError> errors = ((StatusRequest.Invalid) refused).errors();
        assertThat(Json.write(Problem.invalidFields(errors))).hasSizeLessThan(400);
    }

    private static StatusRequest form(String body) {
        return StatusRequest.of((Fields) Bodies.parse(MediaType.FORM, body));
    }

    private static StatusRequest json(String body) {
        return StatusRequest.of((Fields) Bodies.parse(MediaType.JSON, body));
    }

    private static StatusRequest invalid(FieldError... errors) {
        return new StatusRequest.Invalid(List.of(errors));
    }
}
