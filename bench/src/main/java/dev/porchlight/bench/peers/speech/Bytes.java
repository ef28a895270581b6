package dev.porchlight.bench.peers.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Finds words and numbers in bytes without making strings of them. */
final class Bytes {
    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
        if (to - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the word begins; -1 where it is not. */
    static int find(byte[] bytes, int from, int to, byte[] word) {
        for (int at = from; at <= to - word.length; at++) {
            if (bytes[at] == word[0] && startsWith(bytes, at, to, word)) {
                return at;
            }
        }
        return -1;
    }

    /** The position behind the word, which must be there. */
    static int behind(byte[] bytes, int from, int to, byte[] word) {
        int at = find(bytes, from, to, word);
        if (at < 0) {
            throw new IllegalStateException(
                    "no " + text(word, 0, word.length) + " in what the server says: " + text(bytes, from, to));
        }
        return at + word.length;
    }

    /** The decimal digits from there on. */
    static long number(byte[] bytes, int from, int to) {
        long number = 0;
        int at = from;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        if (at == from) {
            throw new IllegalStateException("not a number: " + text(bytes, from, to));
        }
        return number;
    }
}
