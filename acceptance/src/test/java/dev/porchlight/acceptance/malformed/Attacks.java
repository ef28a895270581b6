package dev.porchlight.acceptance.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every attack of a seed, by number. */
record Attacks(Target target, long seed) {

    Attack number(long number) {
        Dice dice = new Dice(seed, number);
        List<Supplier<Attack>> kinds = new ArrayList<>();
        kinds.addAll(new GoodRequests(target, dice).kinds());
        kinds.addAll(new BadBodies(target, dice).kinds());
        kinds.addAll(new BadFields(target, dice).kinds());
        kinds.addAll(new BadFrames(target, dice).kinds());
        kinds.addAll(new BadHeads(target, dice).kinds());
        kinds.addAll(new BadBytes(target, dice).kinds());
        return dice.from(kinds);
    }
}
