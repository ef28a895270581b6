package dev.porchlight.bench;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Beat;
import dev.porchlight.core.command.Command.Channel;
import dev.porchlight.core.command.Command.Declare;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the rules alone cost a PUT, a heartbeat and a GET of a user with one client and no claims. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RulesBenchmark {
    private static final Duration WINDOW = RuleSettings.DEFAULTS.updateWindow();

    private final Rules rules = new Rules(RuleSettings.DEFAULTS);
    private final Beat beat = new Beat(
            "laptop",
            "desktop",
            new ClientVersion("5.13.3 (12345)"),
            Activity.ACTIVE,
            Duration.ofHours(24),
            "user:ada");
    private final Declare away = new Declare(Status.AWAY, null, Channel.API, "app:bot");
    private final Declare available = new Declare(Status.AVAILABLE, null, Channel.API, "app:bot");

    private Instant now = Instant.parse("2026-03-27T04:00:00Z");
    private final Presence isAvailable = next(Presence.none(new UserKey("default", "ada")), beat);
    private final Presence isAway = next(isAvailable, away);
    private boolean turn;

    private Presence next(Presence presence, Command command) {
        if (rules.decide(presence, command, now) instanceof Decision.Accepted accepted) {
            now = now.plus(WINDOW);
            return accepted.next();
        }
        throw new IllegalStateException(command + " was not accepted");
    }

    /** Available, Away, Available, …, each update a minute after the last. */
    @Benchmark
    public Decision put() {
        turn = !turn;
        return turn ? rules.decide(isAvailable, away, now) : rules.decide(isAway, available, now);
    }

    @Benchmark
    public boolean due() {
        return rules.isDue(isAway, now);
    }

    @Benchmark
    public Answer get() {
        return rules.status(isAway, now);
    }

    @Benchmark
    public Decision heartbeat() {
        return rules.decide(isAvailable, beat, now);
    }
}
