package dev.porchlight.bench.peers.speech;

/** Reads the ids of {@link dev.porchlight.bench.load.Load#userId} back, of the first 30,000 users. */
final class UserIds {
    private static final int SECOND_HALF = "bench-".length() + 8;
    private static final int FACTOR = 69_621;
    private static final int OFFSET = 7;

    private UserIds() {}

    /** The user's number. */
    static int number(byte[] bytes, int from) {
        int half = 0;
        for (int at = from + SECOND_HALF; at < from + SECOND_HALF + 8; at++) {
            half = (half << 4) | Character.digit(bytes[at], 16);
        }
        return (half - OFFSET) / FACTOR;
    }
}
