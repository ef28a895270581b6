package dev.porchlight.server.body;

/** What was found, for a message: short, and told apart from nothing. */
final class Found {
    private static final int MAX_SHOWN = 64;

    private Found() {}

    static String shown(String text) {
        if (text.isBlank()) {
            return '"' + cut(text) + '"';
        }
        return cut(text);
    }

    static String shown(Value value) {
        return switch (value) {
            case Value.Text(String text) -> shown(text);
            case Value.Numeral(String digits) -> cut(digits);
            case Value.Unusable(String found) -> found;
        };
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
