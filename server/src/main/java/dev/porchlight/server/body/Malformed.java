package dev.porchlight.server.body;

import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Problem.FieldError;
import java.util.List;

/**
 * A body that cannot be read as what its Content-Type says. The problem says why.
 *
 * @param httpStatus 400, 413 or 415
 */
public record Malformed(int httpStatus, Problem problem) implements Parsed {
    private static final String CONTENT_TYPE = "Content-Type";

    /** A body over the limit, known before all of it has come. */
    public static Malformed tooLarge(int limit) {
        return of(
                413,
                "Request Body is too large.",
                new FieldError("body", "body: too large (expected: at most " + limit + " bytes)"));
    }

    static Malformed unsupported(String found) {
        return of(
                415,
                "Unsupported Content-Type.",
                FieldError.of(
                        CONTENT_TYPE, found, MediaType.MULTIPART + ", " + MediaType.FORM + " or " + MediaType.JSON));
    }

    static Malformed contentType(String found, String expected) {
        return of(400, "Invalid Content-Type.", FieldError.of(CONTENT_TYPE, found, expected));
    }

    static Malformed json(String detail) {
        return new Malformed(400, Problem.notAnObject(detail));
    }

    /**
     * A body that is not what its media type says.
     *
     * @param detail where and why
     */
    static Malformed body(String mediaType, String detail) {
        return of(400, "Request Body should be valid " + mediaType + ".", new FieldError("body", detail));
    }

    static String tooManyFields() {
        return "too many fields (expected: at most " + Fields.MAX_FIELDS + ")";
    }

    private static Malformed of(int httpStatus, String message, FieldError error) {
        return new Malformed(httpStatus, new Problem(Problem.BAD_BODY, message, List.of(error)));
    }
}
