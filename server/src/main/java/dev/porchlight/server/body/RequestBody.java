package dev.porchlight.server.body;

import java.util.List;

/** Reads the bodies that {@code PUT presence_status} takes: multipart, form and JSON (zoom-wire: PUT presence_status). */
public final class RequestBody {
    /** More bytes are refused with 413. */
    public static final int MAX_BYTES = 16 * 1024;

    private RequestBody() {}

    /**
     * The body's fields, or the refusal. Never throws, whatever the bytes, and takes time linear in their number.
     *
     * <p>No body and no Content-Type is no fields, as a client sends that has nothing to say. A body without a
     * Content-Type is refused with 415: guessing would make a typing mistake look like a wrong value.
     *
     * @param contentTypes the values of every Content-Type header of the request
     */
    public static Parsed parse(List<String> contentTypes, byte[] body) {
        if (body.length > MAX_BYTES) {
            return Malformed.tooLarge(MAX_BYTES);
        } else if (contentTypes.size() > 1) {
            return Malformed.contentType("given " + contentTypes.size() + " times", "once");
        } else if (contentTypes.isEmpty() || contentTypes.getFirst().isBlank()) {
            return body.length == 0 ? new Fields() : Malformed.unsupported("missing");
        }
        HeaderValue type = HeaderValue.parse(contentTypes.getFirst());
        return type == null
                ? Malformed.contentType("unreadable", "a media type such as " + MediaType.JSON)
                : parse(type, body);
    }

    private static Parsed parse(HeaderValue type, byte[] body) {
        return switch (type.value()) {
            case MediaType.MULTIPART -> MultipartBody.parse(type.parameter("boundary"), body);
            case MediaType.FORM -> FormBody.parse(body);
            case MediaType.JSON -> JsonBody.parse(body);
            default -> Malformed.unsupported(Found.shown(type.value()));
        };
    }
}
