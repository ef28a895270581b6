package dev.porchlight.server.body;

import dev.porchlight.core.presence.Status;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of {@code PUT presence_status}, checked one by one; what may be set when is for the core to say. */
public sealed interface StatusRequest {
    /** The longest duration in minutes (semantics: Declare 4). */
    int MAX_MINUTES = 1440;

    /**
     * A status that may be set.
     *
     * @param minutes 1 to 1440 or null for the default; always null unless the status is Do_Not_Disturb
     */
    record Wanted(Status status, @Nullable Integer minutes) implements StatusRequest {}

    /** Every field that is missing or bad. */
    record Invalid(List<FieldError> errors) implements StatusRequest {}

    /**
     * Checks the fields. The duration is looked at for Do_Not_Disturb and while the status is not known; for every other
     * status it may be anything (semantics: Declare 4). A duration left empty, as a web form sends it, is none.
     */
    static StatusRequest of(Fields fields) {
        List<FieldError> errors = new ArrayList<>();
        Status status = status(fields.value("status"), errors);
        Integer minutes = null;
        if (status == null || status == Status.DO_NOT_DISTURB) {
            minutes = minutes(fields.value("duration"), errors);
        }
        return status != null && errors.isEmpty() ? new Wanted(status, minutes) : new Invalid(List.copyOf(errors));
    }

    private static @Nullable Status status(@Nullable Value value, List<FieldError> errors) {
        Status status = value instanceof Value.Text(String text) ? StatusNames.accept(text) : null;
        if (status != null && status.settable()) {
            return status;
        }
        String found = value == null ? "missing" : Found.shown(value);
        errors.add(FieldError.of("status", found, StatusNames.settable()));
        return null;
    }

    private static @Nullable Integer minutes(@Nullable Value value, List<FieldError> errors) {
        if (value == null || (value instanceof Value.Text(String text) && text.isEmpty())) {
            return null;
        }
        int minutes = switch (value) {
            case Value.Text(String text) -> whole(text);
            case Value.Numeral(String digits) -> whole(digits);
            case Value.Unusable u -> 0;
        };
        if (minutes >= 1 && minutes <= MAX_MINUTES) {
            return minutes;
        }
        errors.add(FieldError.of("duration", Found.shown(value), "1 to " + MAX_MINUTES + " minutes"));
        return null;
    }

    /** The number of up to nine digits, or 0 for anything else. */
    private static int whole(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || text.length() > 9) {
                return 0;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
