package dev.porchlight.reference.collection;

/** Text that UTF-8 can hold. */
final class Unicode {
    private Unicode() {}

    /** The text, with halves of surrogate pairs, which JSON can hold and no network can, as U+FFFD. */
    static String whole(String text) {
        return text.codePoints().anyMatch(Unicode::half)
                ? text.codePoints()
                        .map(point -> half(point) ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean half(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
