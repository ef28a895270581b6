package dev.porchlight.testkit.world;

import java.time.Duration;

/** How badly wires and nodes behave. Each seed has storms of its own; when it is calm nothing goes wrong. */
final class Weather {
    /** How long a node waits for an answer that is lost. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Dice dice;
    private final double lostRequests;
    private final double lostAnswers;
    private final double repeats;
    private final double crashes;
    private final double lostNotices;
    private final double cuts;
    private final int slowest;
    private boolean calm;

    Weather(Dice dice) {
        this.dice = dice;
        this.lostRequests = dice.upTo(0.08);
        this.lostAnswers = dice.upTo(0.08);
        this.repeats = dice.upTo(0.08);
        this.crashes = dice.upTo(0.02);
        this.lostNotices = dice.upTo(0.2);
        this.cuts = dice.upTo(0.02);
        this.slowest = dice.between(20, 800);
    }

    void calmDown() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    boolean losesRequest() {
        return storms(lostRequests);
    }

    boolean losesAnswer() {
        return storms(lostAnswers);
    }

    boolean repeats() {
        return storms(repeats);
    }

    boolean crashes() {
        return storms(crashes);
    }

    boolean losesNotice() {
        return storms(lostNotices);
    }

    boolean cutsOff() {
        return storms(cuts);
    }

    Duration delay() {
        return dice.millis(1, calm ? 10 : slowest);
    }

    Duration longDelay() {
        return dice.millis(100, calm ? 200 : 4000);
    }

    private boolean storms(double probability) {
        return !calm && dice.chance(probability);
    }
}
