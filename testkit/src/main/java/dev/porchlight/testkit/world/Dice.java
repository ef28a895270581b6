package dev.porchlight.testkit.world;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where all chance of a world comes from. */
record Dice(RandomGenerator generator) {

    boolean chance(double probability) {
        return generator.nextDouble() < probability;
    }

    double upTo(double bound) {
        return generator.nextDouble() * bound;
    }

    int between(int low, int high) {
        return generator.nextInt(low, high + 1);
    }

    Duration millis(int low, int high) {
        return Duration.ofMillis(between(low, high));
    }

    <T> T pick(List<T> choices) {
        return choices.get(generator.nextInt(choices.size()));
    }
}
