package dev.porchlight.server.body;

import dev.porchlight.wire.Utf8;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Pairs such as {@code status=Away&duration=20} (URL Standard, application/x-www-form-urlencoded). */
final class FormBody {
    private final byte[] body;
    private final Fields fields = new Fields();

    private FormBody(byte[] body) {
        this.body = body;
    }

    static Parsed parse(byte[] body) {
        String other = looksLike(body);
        return other == null
                ? new FormBody(body).pairs()
                : Malformed.body(MediaType.FORM, "looks like " + other + " (expected: the Content-Type to say so)");
    }

    /** What {@code curl -d '{…}'} sends under a form's Content-Type, and the like: else it were one strangely named field. */
    private static @Nullable String looksLike(byte[] body) {
        int at = 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n')) {
            at++;
        }
        if (at < body.length && (body[at] == '{' || body[at] == '[')) {
            return MediaType.JSON;
        }
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-' ? MediaType.MULTIPART : null;
    }

    private Parsed pairs() {
        int start = 0;
        while (start < body.length) {
            int end = indexOf('&', start, body.length);
            if (end > start) {
                Malformed refusal = pair(start, end);
                if (refusal != null) {
                    return refusal;
                }
            }
            start = end + 1;
        }
        return fields;
    }

    private @Nullable Malformed pair(int start, int end) {
        int equals = indexOf('=', start, end);
        byte[] name = decode(start, equals);
        byte[] value = decode(Math.min(equals + 1, end), end);
        if (name == null || value == null) {
            return Malformed.body(
                    MediaType.FORM,
                    "bytes " + (start + 1) + " to " + end + ": a bad escape (expected: % and two hexadecimal digits)");
        }
        String text = Utf8.decode(value, 0, value.length);
        String key = Utf8.decode(name, 0, name.length);
        Value held = text == null ? new Value.Unusable("bytes that are not UTF-8") : new Value.Text(text);
        if (key == null) {
            return Malformed.body(MediaType.FORM, "bytes " + (start + 1) + " to " + end + ": a name that is not UTF-8");
        }
        return fields.put(key, held) ? null : Malformed.body(MediaType.FORM, Malformed.tooManyFields());
    }

    private byte @Nullable [] decode(int start, int end) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                if (i + 2 >= end || hex(i + 1) < 0 || hex(i + 2) < 0) {
                    return null;
                }
                decoded.write(hex(i + 1) << 4 | hex(i + 2));
                i += 2;
            } else {
                decoded.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return decoded.toByteArray();
    }

    private int hex(int index) {
        return body[index] < 0 ? -1 : Character.digit(body[index], 16);
    }

    private int indexOf(char wanted, int from, int to) {
        int at = from;
        while (at < to && body[at] != wanted) {
            at++;
        }
        return at;
    }
}
