package dev.porchlight.bench.peers.speech;

/** A user is available and away by turns. */
final class Statuses {
    private Statuses() {}

    static boolean isAway(long number) {
        return number % 2 == 0;
    }

    static String name(long number) {
        return isAway(number) ? "Away" : "Available";
    }
}
