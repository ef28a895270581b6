package dev.porchlight.core.presence;

/**
 * The version of a client, compared number by number: 5.10.0 is newer than 5.3.0 and 5.3 is as new as 5.3.0 (semantics:
 * Declare 2). What follows the numbers, as in {@code 5.13.3 (12345)}, is kept for show and ignored in comparison, so two
 * versions that compare as equal need not be equal. A number above {@value #MAX_NUMBER} counts as that.
 *
 * @param text as the client wrote it, at most {@value #MAX_LENGTH} characters, beginning with a number
 */
public record ClientVersion(String text) implements Comparable<ClientVersion> {
    public static final int MAX_LENGTH = 64;

    static final long MAX_NUMBER = 999_999_999_999_999L;

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it does not begin with a number or is too long
     */
    public ClientVersion {
        if (!isValid(text)) {
            throw new IllegalArgumentException("version: \"" + text
                    + "\" (expected: numbers parted by dots, such as 5.13.3, at most " + MAX_LENGTH + " characters)");
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && isDigit(text.charAt(0));
    }

    @Override
    public int compareTo(ClientVersion other) {
        Numbers mine = new Numbers(text);
        Numbers theirs = new Numbers(other.text);
        int order = 0;
        while (order == 0 && (mine.more() || theirs.more())) {
            order = Long.compare(mine.next(), theirs.next());
        }
        return order;
    }

    public boolean olderThan(ClientVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The numbers at the start of a version, one after the other; then zeros without end. */
    private static final class Numbers {
        private final String text;
        private int at;

        Numbers(String text) {
            this.text = text;
        }

        boolean more() {
            return at < text.length() && isDigit(text.charAt(at));
        }

        long next() {
            if (!more()) {
                return 0;
            }
            long number = 0;
            for (; more(); at++) {
                number = Math.min(10 * number + text.charAt(at) - '0', MAX_NUMBER);
            }
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
            }
            return number;
        }
    }
}
