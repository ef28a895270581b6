package dev.porchlight.server.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts requests in periods that follow each other by the clock on the wall: whole seconds, minutes, or days of UTC. */
final class Meter {
    private final Standing.Period period;
    private final long limit;
    private final Duration length;
    private final Bucket bucket;

    Meter(Standing.Period period, long limit, Duration length, InstantSource clock) {
        this.period = period;
        this.limit = limit;
        this.length = length;
        this.bucket = Bucket.builder()
                .addLimit(
                        allowed -> allowed.capacity(limit).refillIntervallyAligned(limit, length, end(clock.instant())))
                .withCustomTimePrecision(new WallClock(clock))
                .build();
    }

    /** One more request, unless the period is used up. */
    Standing count(Label label, Instant now) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Standing(label, probe.isConsumed(), period, limit, probe.getRemainingTokens(), now, end(now));
    }

    private Instant end(Instant within) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(within.getEpochSecond(), seconds) + 1) * seconds);
    }

    private record WallClock(InstantSource source) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = source.instant();
            return now.getEpochSecond() * 1_000_000_000 + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
