package dev.porchlight.testkit.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The processes of a world, behind something that sends callers to one that is up. */
record Nodes(List<Node> all, Dice dice) {

    Optional<Node> anyUp() {
        List<Node> up = all.stream().filter(Node::isUp).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(dice.pick(up));
    }

    void restart() {
        all.forEach(Node::restart);
    }

    int crashes() {
        return all.stream().mapToInt(Node::crashes).sum();
    }

    /** How far the clock that is most ahead is ahead. */
    Duration mostAhead() {
        return all.stream().map(Node::skew).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
