package dev.porchlight.bench.peers;

import java.util.Locale;

/** What is measured, for people. */
record Figure(String name, int decimals) {

    static Figure fanOut(int watchers, String what, int decimals) {
        return new Figure(String.format(Locale.ROOT, "A, %,d watchers: %s", watchers, what), decimals);
    }

    static Figure everyday(String what, int decimals) {
        return new Figure("B: " + what, decimals);
    }

    static Figure idle(String what, int decimals) {
        return new Figure("C: " + what, decimals);
    }

    static Figure comeBack() {
        return new Figure("D: seconds until all is current", 2);
    }
}
