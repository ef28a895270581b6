package dev.porchlight.acceptance.house;

import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Map;
import java.util.Set;

/** What the world outside decides and a pure rule must be handed: the time, and chance. */
final class Outside {
    private static final Set<String> NOW = Set.of("now");
    private static final Map<String, Set<String>> CLOCKS = Map.ofEntries(
            entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            entry("java.lang.Thread", Set.of("sleep")),
            entry(
                    "java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes")),
            entry("java.time.InstantSource", Set.of("system")),
            entry("java.time.Instant", NOW),
            entry("java.time.LocalDate", NOW),
            entry("java.time.LocalTime", NOW),
            entry("java.time.LocalDateTime", NOW),
            entry("java.time.OffsetDateTime", NOW),
            entry("java.time.ZonedDateTime", NOW));
    private static final Set<String> DICE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom");

    private Outside() {}

    /** A call of, or a method reference to, something that reads the machine's clock or waits by it. */
    static DescribedPredicate<JavaAccess<?>> clock() {
        return DescribedPredicate.describe("reads the machine's clock", Outside::readsClock);
    }

    /** A call of, or a method reference to, something that makes its own chance. */
    static DescribedPredicate<JavaAccess<?>> dice() {
        return DescribedPredicate.describe("throws its own dice", Outside::throwsDice);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String method = access.getTarget().getName();
        String owner = access.getTargetOwner().getName();
        boolean newDate = owner.equals("java.util.Date")
                && access.getTarget().getFullName().endsWith("<init>()");
        return newDate || CLOCKS.getOrDefault(owner, Set.of()).contains(method);
    }

    private static boolean throwsDice(JavaAccess<?> access) {
        String method = access.getTarget().getFullName();
        return DICE.contains(access.getTargetOwner().getName())
                || method.startsWith("java.lang.Math.random(")
                || method.startsWith("java.util.UUID.randomUUID(")
                || method.startsWith("java.util.random.RandomGenerator.getDefault(")
                || method.startsWith("java.util.random.RandomGenerator.of(");
    }
}
