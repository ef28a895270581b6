package dev.porchlight.server.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of watching (docs/operations.md, Health and metrics). */
final class WatchMetrics {
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder conflated = new LongAdder();
    private final Map<Parting, Counter> closed = new EnumMap<>(Parting.class);
    private final Counter left;

    WatchMetrics(MeterRegistry registry) {
        count(registry, "porchlight.watch.deliveries", "Answers sent to watchers", deliveries);
        count(
                registry,
                "porchlight.watch.conflated",
                "Answers that a newer one replaced before they were sent",
                conflated);
        for (Parting parting : Parting.values()) {
            closed.put(parting, closed(registry, Short.toString(parting.code())));
        }
        left = closed(registry, "client");
    }

    void delivered(int answers) {
        deliveries.add(answers);
    }

    /** Counts by itself what a mailbox drops. */
    LongAdder conflated() {
        return conflated;
    }

    void closed(Parting parting) {
        closed.getOrDefault(parting, left).increment();
    }

    /** A connection that the other side ended. */
    void left() {
        left.increment();
    }

    private static void count(MeterRegistry registry, String name, String description, LongAdder counted) {
        FunctionCounter.builder(name, counted, LongAdder::sum)
                .description(description)
                .register(registry);
    }

    private static Counter closed(MeterRegistry registry, String code) {
        return Counter.builder("porchlight.watch.closed")
                .description("Watchers' connections that ended, by close code")
                .tag("code", code)
                .register(registry);
    }
}
