package dev.porchlight.server.house;

/** What names are made of: text that can be stored, sent and printed on one line. */
public final class PlainText {
    private PlainText() {}

    /** Whether the text has no control character and no half of a surrogate pair, which JSON can spell and UTF-8 cannot. */
    public static boolean is(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
