package dev.porchlight.server.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The meters of one account. */
final class Meters {
    private final Plan plan;
    private final Map<Label, Meter> bursts = new EnumMap<>(Label.class);
    private final Map<Label, Meter> days = new EnumMap<>(Label.class);

    Meters(Plan plan, InstantSource clock) {
        this.plan = plan;
        for (Label label : Label.values()) {
            Allowance allowance = plan.allows(label);
            bursts.put(label, new Meter(Standing.Period.BURST, allowance.burst(), allowance.window(), clock));
            if (allowance.daily() > 0) {
                days.computeIfAbsent(
                        plan.day(label),
                        day -> new Meter(Standing.Period.DAY, allowance.daily(), Duration.ofDays(1), clock));
            }
        }
    }

    /** A request that comes too fast uses nothing of the day up. */
    Standing count(Label label, Instant now) {
        Standing burst =
                Objects.requireNonNull(bursts.get(label), label::spelling).count(label, now);
        @Nullable Meter day = days.get(plan.day(label));
        return day == null || !burst.within() ? burst : day.count(label, now);
    }
}
