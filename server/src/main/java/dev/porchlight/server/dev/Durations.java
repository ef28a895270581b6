package dev.porchlight.server.dev;

import dev.porchlight.wire.Problem.FieldError;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A duration of a request, as ISO 8601, or what is wrong with it. */
record Durations(Duration value, List<FieldError> errors) {

    /** Nothing sent is zero. */
    static Durations read(String field, @Nullable String text, Duration least, Duration most) {
        if (text == null) {
            return new Durations(Duration.ZERO, List.of());
        }
        try {
            Duration value = Duration.parse(text);
            return value.compareTo(least) < 0 || value.compareTo(most) > 0
                    ? bad(field, text, least, most)
                    : new Durations(value, List.of());
        } catch (DateTimeParseException | ArithmeticException e) {
            return bad(field, text, least, most);
        }
    }

    private static Durations bad(String field, String text, Duration least, Duration most) {
        String expected = "a duration from " + least + " to " + most + ", such as PT61S";
        return new Durations(Duration.ZERO, List.of(FieldError.of(field, "\"" + text + "\"", expected)));
    }
}
