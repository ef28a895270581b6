package dev.porchlight.client.http;

import dev.porchlight.wire.Json;
import java.util.Map;

/** The body of a request, sent in UTF-8. */
public record Content(String type, String text) {

    public static Content json(Record body) {
        return new Content("application/json", Json.text(body));
    }

    /**
     * Fields as {@code multipart/form-data} (RFC 7578).
     *
     * @param boundary a line that is in none of the fields
     */
    public static Content multipart(Map<String, String> fields, String boundary) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        return new Content("multipart/form-data; boundary=" + boundary, body.toString());
    }
}
