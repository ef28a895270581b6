package dev.porchlight.server.http;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a request carries its token: in the header Authorization, or, since a browser cannot set a header of a WebSocket, as
 * one of the subprotocols that it offers. An address would end up in logs and histories.
 */
final class Bearer {
    private static final String OFFERED = "porchlight.token.";

    private Bearer() {}

    /** The value of Authorization, or what it would be. */
    static @Nullable String of(MultiMap headers) {
        String authorization = headers.get("Authorization");
        String subprotocols = headers.get("Sec-WebSocket-Protocol");
        return authorization != null || subprotocols == null ? authorization : offered(subprotocols);
    }

    private static @Nullable String offered(String subprotocols) {
        for (String subprotocol : subprotocols.split(",", -1)) {
            String name = subprotocol.strip();
            if (name.startsWith(OFFERED)) {
                return "Bearer " + name.substring(OFFERED.length());
            }
        }
        return null;
    }
}
