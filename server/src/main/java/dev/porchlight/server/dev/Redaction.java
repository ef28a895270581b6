package dev.porchlight.server.dev;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what is kept of a request. */
final class Redaction {
    private static final String NAMES = "access_token|refresh_token|token|code|device_code|user_code|code_verifier"
            + "|client_secret|password|assertion|event_webhook_secret_token";
    private static final Pattern FORM = Pattern.compile("(?<=^|&)(" + NAMES + ")=[^&]*");
    private static final Pattern JSON = Pattern.compile("\"(" + NAMES + ")\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"");

    private Redaction() {}

    /** Of a credential, only its scheme stays. */
    static String header(String name, String value) {
        if (name.equalsIgnoreCase("Cookie")) {
            return "…";
        }
        if (!name.equalsIgnoreCase("Authorization")) {
            return value;
        }
        int space = value.indexOf(' ');
        return space < 0 ? "…" : value.substring(0, space) + " …";
    }

    static @Nullable String parameters(@Nullable String query) {
        return query == null ? null : FORM.matcher(query).replaceAll("$1=…");
    }

    static @Nullable String body(@Nullable String type, @Nullable String body) {
        if (body == null || type == null) {
            return body;
        }
        return type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33)
                ? parameters(body)
                : JSON.matcher(body).replaceAll("\"$1\":\"…\"");
    }
}
