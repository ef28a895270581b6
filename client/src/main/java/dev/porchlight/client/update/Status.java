package dev.porchlight.client.update;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a status can be set to, with every spelling that Zoom's surfaces have for it (zoom-wire: Spelling of a status). */
public enum Status {
    AVAILABLE("Available"),
    AWAY("Away"),
    BUSY("Busy"),
    DO_NOT_DISTURB("Do_Not_Disturb", "Do_No_Disturb"),
    IN_A_ZOOM_MEETING("In_A_Zoom_Meeting", "In_A_Meeting", "In_Meeting"),
    IN_CALENDAR_EVENT("In_Calendar_Event", "In_A_Calendar_Event"),
    ON_A_CALL("On_A_Call", "In_A_Call", "On_Phone_Call"),
    OUT_OF_OFFICE("Out_of_Office"),
    PRESENTING("Presenting");

    @SuppressWarnings("ImmutableEnumChecker") // What List.of makes cannot be changed.
    private final List<String> spellings;

    Status(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** As an update spells it. */
    public String spelling() {
        return spellings.getFirst();
    }

    /** The status of any of the spellings; empty for others, such as Offline, which cannot be set. */
    public static Optional<Status> of(String spelling) {
        return Arrays.stream(values())
                .filter(status -> status.spellings.contains(spelling))
                .findFirst();
    }

    /** All that there are, as updates spell them, with commas between. */
    public static String all() {
        return Arrays.stream(values()).map(Status::spelling).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return spelling();
    }
}
