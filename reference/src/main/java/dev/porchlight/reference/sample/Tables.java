package dev.porchlight.reference.sample;

import dev.porchlight.reference.sample.Quotes.Joint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The tables of escapes, a language each. */
final class Tables {
    static final Quotes SHELL = new Quotes("'", "'", Map.of('\'', "'\\''"), Character::toString, null, Joint.NONE);
    static final Quotes C_SHARP = quotes(table("\"\\"), Tables::u, Joint.of("\n    + "));
    static final Quotes JAVA = quotes(table("\"\\"), Tables::octal, Joint.of("\n                + "));
    /** A constant of Java has at most 65,535 octets, joined ones together: a long text is joined at run time. */
    static final Quotes LONG_JAVA =
            quotes(table("\"\\"), Tables::octal, new Joint("String.join(\"\", ", ",\n                ", ")"));

    static final Quotes JAVASCRIPT =
            quotes(table("\"\\", '\u2028', "\\u2028", '\u2029', "\\u2029"), Tables::u, Joint.of("\n    + "));
    static final Quotes PYTHON = quotes(table("\"\\"), Tables::x, new Joint("(", "\n        ", ")"));
    static final Quotes RUBY = quotes(table("\"\\#"), Tables::x, Joint.of(" \\\n  "));
    static final Quotes PHP = quotes(table("\"\\$"), Tables::x, Joint.of("\n        . "));
    static final Quotes PERL = quotes(table("\"\\$@"), code -> String.format("\\x{%x}", code), Joint.of("\n  . "));
    /** Source text is read in the system's encoding, and Tcl 8 has no signs beyond U+FFFF: octets it is. */
    static final Quotes TCL = new Quotes("\"", "\"", table("\"\\$[]{}"), Tables::x, Tables::x, Joint.NONE);

    static final Quotes GO = quotes(table("\"\\", '\ufeff', "\\ufeff"), Tables::x, Joint.of(" +\n\t\t"));
    static final Quotes RUST = quotes(table("\"\\"), Tables::uBraces, new Joint("concat!(", ",\n            ", ")"));
    static final Quotes C = quotes(table("\"\\?"), Tables::octal, Joint.of("\n      "));
    static final Quotes POWERSHELL = quotes(
            Map.of(
                    '"', "`\"", '`', "``", '$', "`$", '\n', "`n", '\r', "`r", '\t', "`t", '\u201c', "`\u201c", '\u201d',
                    "`\u201d", '\u201e', "`\u201e"),
            code -> "$([char]" + code + ")",
            new Joint("(", " +\n    ", ")"));
    static final Quotes KOTLIN = quotes(table("\"\\$"), Tables::u, Joint.of(" +\n        "));
    static final Quotes SWIFT = quotes(table("\"\\"), Tables::uBraces, Joint.of("\n    + "));

    private Tables() {}

    private static String x(int code) {
        return String.format("\\x%02x", code);
    }

    private static String u(int code) {
        return String.format("\\u%04x", code);
    }

    private static String uBraces(int code) {
        return String.format("\\u{%x}", code);
    }

    private static String octal(int code) {
        return String.format("\\%03o", code);
    }

    private static Quotes quotes(Map<Character, String> escapes, IntFunction<String> control, Joint joint) {
        return new Quotes("\"", "\"", escapes, control, null, joint);
    }

    /** The signs with a backslash before them, line end and tabulator, and pairs of a sign and what is written for it. */
    private static Map<Character, String> table(String signs, Object... more) {
        Map<Character, String> table = new HashMap<>(Map.of('\n', "\\n", '\r', "\\r", '\t', "\\t"));
        signs.chars().forEach(sign -> table.put((char) sign, "\\" + (char) sign));
        for (int i = 0; i < more.length; i += 2) {
            table.put((Character) more[i], (String) more[i + 1]);
        }
        return Map.copyOf(table);
    }
}
