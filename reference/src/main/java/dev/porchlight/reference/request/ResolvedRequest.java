package dev.porchlight.reference.request;

import java.util.List;
import java.util.Optional;

/**
 * What an item sends: variables, inherited authentication and disabled parts are worked out, secrets are placeholders. It is
 * what Postman's runner sends for the item, except for secrets and for what a client chooses itself (boundary, user agent).
 *
 * @param method in upper case
 * @param url absolute and percent-encoded, as the runner sends it; unset variables are still in it
 * @param headers with {@code Content-Type} unless the body is multipart, and with what authentication adds
 * @param basic the user and password when authentication is basic
 * @param toFillIn what the reader has to put in: unset variables and secrets
 * @param notes what the request cannot show, such as signatures
 */
public record ResolvedRequest(
        String method,
        String url,
        List<Parameter> headers,
        Optional<Basic> basic,
        Body body,
        List<String> toFillIn,
        List<String> notes) {
    public ResolvedRequest withBody(Body other) {
        return new ResolvedRequest(method, url, headers, basic, other, toFillIn, notes);
    }

    /** The value of a header, with repetitions joined (RFC 9110, 5.3). */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .reduce((one, other) -> one + ", " + other);
    }
}
