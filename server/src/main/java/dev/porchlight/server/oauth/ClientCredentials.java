package dev.porchlight.server.oauth;

import dev.porchlight.server.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The client id and secret of HTTP Basic (RFC 6749, section 2.3.1). */
record ClientCredentials(String id, String secret) {

    static Optional<ClientCredentials> of(Call call) {
        return call.headerValues("Authorization").stream()
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .findFirst()
                .flatMap(value -> decoded(value.substring(6).strip()));
    }

    private static Optional<ClientCredentials> decoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials[id=" + id + "]";
    }
}
