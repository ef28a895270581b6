package dev.porchlight.acceptance.malformed;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The chance behind one attack: the same seed and number, the same attack. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, long number) {
        this.random = new SplittableRandom(seed ^ number * 0x9E3779B97F4A7C15L);
    }

    /** From 0 up to the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    <T> T from(List<? extends Supplier<? extends T>> choices) {
        return choices.get(below(choices.size())).get();
    }

    /** Text of any bytes. */
    String bytes(int length) {
        return text(length, 0, 256);
    }

    /** Text of letters. */
    String letters(int length) {
        return text(length, 'a', 26);
    }

    private String text(int length, int first, int count) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (first + below(count)));
        }
        return text.toString();
    }
}
