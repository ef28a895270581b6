package dev.porchlight.server.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down whoever guesses secrets: after some failures each further one doubles the time until the next attempt is looked
 * at. It counts for a name and an address together, and for an address whatever the name, so that nobody is locked out by the
 * guesses of others. It forgets after an hour without failures, and whom it has seen least where there are too many.
 */
public final class Attempts {
    private static final Logger log = LoggerFactory.getLogger("dev.porchlight.attempts");

    private static final int FREE_FOR_NAME = 5;
    private static final int FREE_FOR_ADDRESS = 50;
    private static final int MAX_REMEMBERED = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final InstantSource clock;
    private final Cache<Key, Failures> failures;

    public Attempts(InstantSource clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.SECONDS.toNanos(clock.instant().getEpochSecond()))
                .build();
    }

    /**
     * One who tries.
     *
     * @param kind of the secret that is tried, such as {@code client}
     * @param name whose secret it is, or empty where nobody is named
     * @param address where the attempt comes from
     */
    public record Attempt(String kind, String name, String address) {
        private List<Key> keys() {
            Key everybody = new Key(kind, "", address, FREE_FOR_ADDRESS);
            return name.isEmpty()
                    ? List.of(everybody)
                    : List.of(new Key(kind, name, address, FREE_FOR_NAME), everybody);
        }
    }

    private record Key(String kind, String name, String address, int free) {
        Failures next(@Nullable Failures before, Instant now) {
            int count = before == null ? 1 : before.count + 1;
            int beyond = count - free;
            Duration pause = beyond <= 0
                    ? Duration.ZERO
                    : beyond > 10 ? LONGEST : Duration.ofSeconds(Math.min(LONGEST.toSeconds(), 1L << (beyond - 1)));
            return new Failures(count, now.plus(pause));
        }
    }

    private record Failures(int count, Instant until) {}

    /** How long until an attempt is looked at; zero for now. */
    public Duration pause(Attempt attempt) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Key key : attempt.keys()) {
            Failures known = failures.getIfPresent(key);
            if (known != null && known.until.isAfter(now)) {
                Duration left = Duration.between(now, known.until);
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        return longest;
    }

    /** Counts a failure; one that takes long to find out is counted before it is looked at. */
    public void failed(Attempt attempt) {
        Instant now = clock.instant();
        for (Key key : attempt.keys()) {
            Failures counted = failures.asMap().compute(key, (same, before) -> key.next(before, now));
            if (counted.count > key.free && Integer.bitCount(counted.count - key.free) == 1) {
                log.warn(
                        "{} failed attempts as {} \"{}\" from {}: the next is looked at in {} s",
                        counted.count,
                        key.kind,
                        printable(key.name),
                        key.address,
                        Duration.between(now, counted.until).toSeconds());
            }
        }
    }

    /** Forgets the failures of the name at that address, and takes one back of the address. */
    public void succeeded(Attempt attempt) {
        for (Key key : attempt.keys()) {
            if (key.name.isEmpty()) {
                failures.asMap()
                        .computeIfPresent(
                                key, (same, before) -> new Failures(Math.max(0, before.count - 1), before.until));
            } else {
                failures.invalidate(key);
            }
        }
    }

    /** A caller's text must not be able to begin a line of its own. */
    private static String printable(String text) {
        String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return shown.replaceAll("[^ -~]", "?");
    }
}
