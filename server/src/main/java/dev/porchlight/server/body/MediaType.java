package dev.porchlight.server.body;

/** The media types that a body may have. */
final class MediaType {
    static final String MULTIPART = "multipart/form-data";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private MediaType() {}
}
