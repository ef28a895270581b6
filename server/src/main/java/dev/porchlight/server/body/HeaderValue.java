package dev.porchlight.server.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header's value with its parameters, such as {@code form-data; name="status"} (RFC 9110, section 5.6.6).
 *
 * <p>Looser than the grammar where clients are: a parameter without quotes may hold any character but a semicolon, and a
 * quotation mark inside a quoted one ends it only before a semicolon or the end.
 *
 * @param value in lower case
 * @param parameters by name in lower case
 */
record HeaderValue(String value, Map<String, String> parameters) {

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    /** Null when a parameter has no name, no value or no end, or is given twice. */
    static @Nullable HeaderValue parse(String text) {
        Parameters parameters = new Parameters(text);
        String value = parameters.upTo(';').toLowerCase(Locale.ROOT);
        return parameters.readAll() ? new HeaderValue(value, parameters.read) : null;
    }

    /** Reads from left to right, each character once. */
    private static final class Parameters {
        private final String text;
        private final Map<String, String> read = new HashMap<>();
        private int at;

        Parameters(String text) {
            this.text = text;
        }

        boolean readAll() {
            while (at < text.length()) {
                at++; // the semicolon
                skipSpace();
                if (at == text.length() || text.charAt(at) == ';') {
                    continue;
                }
                if (!readOne()) {
                    return false;
                }
            }
            return true;
        }

        private boolean readOne() {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                return false;
            }
            String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            at = equals + 1;
            skipSpace();
            String value = at < text.length() && text.charAt(at) == '"' ? quoted() : upTo(';');
            return value != null && !name.isEmpty() && name.indexOf(';') < 0 && read.putIfAbsent(name, value) == null;
        }

        String upTo(char end) {
            int found = text.indexOf(end, at);
            int stop = found < 0 ? text.length() : found;
            String value = text.substring(at, stop).strip();
            at = stop;
            return value;
        }

        private @Nullable String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && atEnd()) {
                    skipSpace();
                    return value.toString();
                } else if (c == '\\' && at < text.length()) {
                    c = text.charAt(at++);
                }
                value.append(c);
            }
            return null;
        }

        private boolean atEnd() {
            int next = at;
            while (next < text.length() && isSpace(text.charAt(next))) {
                next++;
            }
            return next == text.length() || text.charAt(next) == ';';
        }

        private void skipSpace() {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
