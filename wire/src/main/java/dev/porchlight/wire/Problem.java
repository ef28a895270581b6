package dev.porchlight.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal on /v1 and /v2 (zoom-wire: PUT presence_status). It never holds a stack trace, a class name
 * or somebody else's data.
 *
 * @param code Zoom's number for the kind of refusal, not the HTTP status
 * @param errors one for each bad field, or null where no field is to blame
 */
public record Problem(int code, String message, @Nullable List<FieldError> errors) {
    /** Zoom's number for everything that is wrong with a request's body. */
    public static final int BAD_BODY = 300;

    /** What is wrong with one field, found and expected: {@code duration: 0 (expected: 1 to 1440 minutes)}. */
    public record FieldError(String field, String message) {

        /** Puts the message together. */
        public static FieldError of(String field, String found, String expected) {
            return new FieldError(field, field + ": " + found + " (expected: " + expected + ")");
        }
    }

    public static Problem of(int code, String message) {
        return new Problem(code, message, null);
    }

    /** Fields that are missing or hold what they cannot hold. */
    public static Problem invalidFields(List<FieldError> errors) {
        return new Problem(BAD_BODY, "Validation Failed.", List.copyOf(errors));
    }

    /**
     * A body that is not a JSON object at all.
     *
     * @param detail where and why, for the person who looks for the mistake
     */
    public static Problem notAnObject(String detail) {
        return new Problem(
                BAD_BODY, "Request Body should be a valid JSON object.", List.of(new FieldError("body", detail)));
    }
}
