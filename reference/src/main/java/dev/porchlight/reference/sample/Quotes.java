package dev.porchlight.reference.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a language writes text: its quotes, and its table of escapes.
 *
 * @param escapes what is written for a sign
 * @param control what is written for a control character that the table lacks
 * @param beyondAscii what is written for each octet of UTF-8 beyond ASCII; null where source text is UTF-8 itself
 * @param joint how one literal is joined to the next, on the next line
 */
record Quotes(
        String open,
        String close,
        Map<Character, String> escapes,
        IntFunction<String> control,
        @Nullable IntFunction<String> beyondAscii,
        Joint joint) {
    /**
     * @param before in front of several literals
     * @param between between one and the next
     * @param after behind them
     */
    record Joint(String before, String between, String after) {
        /** Literals are never joined: a literal may hold line ends. */
        static final Joint NONE = new Joint("", "", "");

        static Joint of(String between) {
            return new Joint("", between, "");
        }
    }

    /** Longer literals are cut: some compilers take no more. */
    private static final int LONGEST = 16_000;

    /** One literal, on one line. */
    String literal(String text) {
        return open + escaped(text) + close;
    }

    /** A literal for each line, joined. */
    String lines(String text) {
        List<String> pieces = joint.equals(Joint.NONE) ? List.of(text) : pieces(text);
        if (pieces.size() < 2) {
            return literal(text);
        }
        List<String> literals = pieces.stream().map(this::literal).toList();
        return joint.before() + String.join(joint.between(), literals) + joint.after();
    }

    /** Cut behind line ends, and where a piece gets too long. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int lineEnd = text.indexOf('\n', start);
            int end = Math.min(lineEnd < 0 ? text.length() : lineEnd + 1, start + LONGEST);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            String escape = escapes.get(sign);
            if (escape != null) {
                escaped.append(escape);
            } else if (sign < ' ' || sign == 0x7f) {
                escaped.append(control.apply(sign));
            } else if (sign > 0x7f && beyondAscii != null) {
                int end = i + (Character.isHighSurrogate(sign) && i + 1 < text.length() ? 2 : 1);
                for (byte octet : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(beyondAscii.apply(octet & 0xff));
                }
                i = end - 1;
            } else {
                escaped.append(sign);
            }
        }
        return escaped.toString();
    }
}
