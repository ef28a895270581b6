package dev.porchlight.server.http;

import org.jspecify.annotations.Nullable;

/** The part of a request's target after the question mark. */
final class Queries {
    private Queries() {}

    /** Whether every percent-escape is one. A door may then decode any parameter. */
    static boolean readable(@Nullable String query) {
        if (query == null) {
            return true;
        }
        for (int at = query.indexOf('%'); at >= 0; at = query.indexOf('%', at + 1)) {
            if (at + 2 >= query.length() || !isHex(query.charAt(at + 1)) || !isHex(query.charAt(at + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }
}
