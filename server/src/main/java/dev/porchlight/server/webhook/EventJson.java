package dev.porchlight.server.webhook;

/**
 * Writes JSON to the byte as JavaScript would write it again, since receivers check the signature over what they have parsed
 * and printed anew: compact, in the order given, with no more escapes than ECMA-262 (JSON.stringify) makes.
 */
final class EventJson {
    private final StringBuilder out = new StringBuilder(256);
    private boolean first = true;

    EventJson open() {
        out.append('{');
        first = true;
        return this;
    }

    EventJson close() {
        out.append('}');
        first = false;
        return this;
    }

    /** A member whose value is an object, which is then open. */
    EventJson open(String name) {
        member(name);
        return open();
    }

    EventJson put(String name, String value) {
        member(name);
        quote(value);
        return this;
    }

    /** @param value at most 2<sup>53</sup>, which a JavaScript number holds */
    EventJson put(String name, long value) {
        member(name);
        out.append(value);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void member(String name) {
        if (!first) {
            out.append(',');
        }
        first = false;
        quote(name);
        out.append(':');
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        out.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
