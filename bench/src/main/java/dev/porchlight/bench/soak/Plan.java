package dev.porchlight.bench.soak;

import java.time.Duration;

/**
 * How a soak goes.
 *
 * @param seed of the dice; what the network and the threads do is not in it
 * @param time with a bad network and changes
 * @param watchers connections, on average nearly all of them open
 * @param people whom they watch
 * @param desks how many of them have a client whose connection is its lease
 * @param actors who move the people, each doing one thing at a time
 * @param millisBetween on average, between two things that an actor does
 * @param betweenRestarts on average
 */
public record Plan(
        long seed,
        Duration time,
        int watchers,
        int people,
        int desks,
        int actors,
        int millisBetween,
        Duration betweenRestarts) {}
