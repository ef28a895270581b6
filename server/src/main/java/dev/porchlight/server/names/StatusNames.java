package dev.porchlight.server.names;

import dev.porchlight.core.presence.Status;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of a status on one surface (zoom-wire: Spelling of a status). Letter case counts: Zoom's does.
 * {@code Offline} has a spelling everywhere, so that what is written can be read; that it cannot be set is a rule of the
 * core.
 */
public final class StatusNames {
    private static final List<Spelling> TABLE = List.of(
            same(Status.AVAILABLE, "Available"),
            same(Status.AWAY, "Away"),
            same(Status.BUSY, "Busy"),
            same(Status.DO_NOT_DISTURB, "Do_Not_Disturb"),
            new Spelling(Status.IN_A_ZOOM_MEETING, "In_A_Zoom_Meeting", "In_A_Meeting", "In_Meeting"),
            new Spelling(Status.IN_CALENDAR_EVENT, "In_Calendar_Event", "In_A_Calendar_Event", "In_Calendar_Event"),
            new Spelling(Status.ON_A_CALL, "On_A_Call", "In_A_Call", "On_Phone_Call"),
            same(Status.OUT_OF_OFFICE, "Out_of_Office"),
            same(Status.PRESENTING, "Presenting"),
            same(Status.OFFLINE, "Offline"));

    /** What {@code PUT} documents; all of /v1 speaks it too. */
    public static final StatusNames PUT = new StatusNames(Spelling::put);

    /** What {@code GET presence_status} and contacts answer. */
    public static final StatusNames GET = new StatusNames(Spelling::get);

    public static final StatusNames WEBHOOK = new StatusNames(Spelling::webhook);

    private static final Map<String, Status> ACCEPTED = accepted();

    private static final String SETTABLE = TABLE.stream()
            .filter(spelling -> spelling.status().settable())
            .map(Spelling::put)
            .collect(Collectors.joining(", ", "one of ", ""));

    private final Map<Status, String> names = new EnumMap<>(Status.class);
    private final Map<String, Status> statuses = new HashMap<>();

    private StatusNames(Function<Spelling, String> column) {
        for (Spelling spelling : TABLE) {
            names.put(spelling.status(), column.apply(spelling));
            statuses.put(column.apply(spelling), spelling.status());
        }
    }

    /** What is answered where the server is set to this spelling. */
    public static StatusNames read(StatusSpelling spelling) {
        return switch (spelling) {
            case ZOOM -> GET;
            case DOCUMENTED -> PUT;
        };
    }

    /** The status as this surface spells it. */
    public String name(Status status) {
        return Objects.requireNonNull(names.get(status), status::name);
    }

    /** The status of that spelling on this surface, or null where it has none such. */
    public @Nullable Status status(String name) {
        return statuses.get(name);
    }

    /** The status of a spelling on any surface: clients put back what they read. Null for anything else. */
    public static @Nullable Status accept(String name) {
        return ACCEPTED.get(name);
    }

    /** What can be set, as {@code PUT} documents it, for a message. */
    public static String settable() {
        return SETTABLE;
    }

    private static Spelling same(Status status, String everywhere) {
        return new Spelling(status, everywhere, everywhere, everywhere);
    }

    private static Map<String, Status> accepted() {
        Map<String, Status> accepted = new HashMap<>();
        List.of(PUT, GET, WEBHOOK).forEach(surface -> accepted.putAll(surface.statuses));
        // The literal in Zoom's own schema, which its clients send.
        accepted.put("Do_No_Disturb", Status.DO_NOT_DISTURB);
        return accepted;
    }

    private record Spelling(Status status, String put, String get, String webhook) {}
}
