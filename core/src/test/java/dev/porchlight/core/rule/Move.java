package dev.porchlight.core.rule;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Beat;
import dev.porchlight.core.command.Command.Channel;
import dev.porchlight.core.command.Command.Declare;
import dev.porchlight.core.command.Command.Release;
import dev.porchlight.core.command.Command.Report;
import dev.porchlight.core.command.Command.SignOut;
import dev.porchlight.core.command.Command.Tick;
import dev.porchlight.core.command.Command.Withdraw;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One random step of a story: some time passes, then a command.
 *
 * @param lasts how long a reported claim lasts; null for no end and for other commands
 */
record Move(Duration gap, Command command, Duration lasts) {

    Command at(Instant now) {
        return command instanceof Report report && lasts != null
                ? new Report(report.source(), report.status(), now.plus(lasts), report.by())
                : command;
    }

    /** Few names, few lengths of time: so that commands meet each other, and ends fall on one another and on commands. */
    static final class Histories implements ArbitrarySupplier<List<Move>> {
        @Override
        public Arbitrary<List<Move>> get() {
            return moves(gaps(), names("a", "b", "c", "d")).list().ofMaxSize(30);
        }
    }

    /** So many names that the limits of sessions and claims are met. */
    static final class CrowdedHistories implements ArbitrarySupplier<List<Move>> {
        @Override
        public Arbitrary<List<Move>> get() {
            Arbitrary<String> many = Arbitraries.integers().between(1, 80).map(i -> "n" + i);
            Arbitrary<Duration> short_ = Arbitraries.of(Duration.ZERO, Duration.ofMillis(10));
            return moves(short_, many).list().ofMinSize(200).ofMaxSize(300);
        }
    }

    /** With a clock that is put back now and then. */
    static final class UnsteadyHistories implements ArbitrarySupplier<List<Move>> {
        @Override
        public Arbitrary<List<Move>> get() {
            Arbitrary<Duration> back = durations("PT-0.001S", "PT-1S", "PT-1H");
            Arbitrary<Duration> unsteady = Arbitraries.frequencyOf(Tuple.of(5, gaps()), Tuple.of(1, back));
            return moves(unsteady, names("a", "b", "c", "d")).list().ofMaxSize(30);
        }
    }

    static final class Gaps implements ArbitrarySupplier<Duration> {
        @Override
        public Arbitrary<Duration> get() {
            return gaps();
        }
    }

    private static Arbitrary<Duration> gaps() {
        return durations(
                "PT0S", "PT0.001S", "PT1S", "PT5S", "PT10S", "PT29.999S", "PT30S", "PT60S", "PT90S", "PT20M", "PT24H");
    }

    private static Arbitrary<String> names(String... names) {
        return Arbitraries.of(names);
    }

    private static Arbitrary<Duration> durations(String... texts) {
        return Arbitraries.of(Stream.of(texts).map(Duration::parse).toList());
    }

    private static Arbitrary<Move> moves(Arbitrary<Duration> gaps, Arbitrary<String> names) {
        Arbitrary<Duration> lasts = durations("PT-1S", "PT0S", "PT0.001S", "PT10S", "PT60S", "PT20M")
                .injectNull(0.3);
        return Combinators.combine(gaps, commands(names), lasts)
                .as((gap, command, time) -> new Move(gap, command, command instanceof Report ? time : null));
    }

    private static Arbitrary<Command> commands(Arbitrary<String> names) {
        return Arbitraries.frequencyOf(
                Tuple.of(8, beats(names)),
                Tuple.of(6, reports(names)),
                Tuple.of(6, declares()),
                Tuple.of(2, names.map(name -> new SignOut(name, "user:ada"))),
                Tuple.of(2, names.map(name -> new Release(name, Story.BOT))),
                Tuple.of(1, Arbitraries.just(new Withdraw("user:ada"))),
                Tuple.of(1, Arbitraries.just(new Tick())));
    }

    private static Arbitrary<Command> beats(Arbitrary<String> names) {
        Arbitrary<ClientVersion> versions =
                Arbitraries.of("5.2", "5.3", "5.10.0 (7)").map(ClientVersion::new);
        Arbitrary<Duration> leases = durations("PT4.999S", "PT5S", "PT30S", "PT90S", "PT20M", "PT24H");
        return Combinators.combine(names, versions, Arbitraries.of(Activity.values()), leases)
                .as((name, version, activity, lease) ->
                        new Beat(name, "desktop", version, activity, lease, "user:ada"));
    }

    private static Arbitrary<Command> reports(Arbitrary<String> names) {
        return Combinators.combine(names, Arbitraries.of(Status.values()))
                .as((name, status) -> new Report(name, status, null, Story.BOT));
    }

    private static Arbitrary<Command> declares() {
        Arbitrary<Status> statuses = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(Status.values())),
                Tuple.of(2, Arbitraries.of(Status.AVAILABLE, Status.DO_NOT_DISTURB)));
        Arbitrary<Integer> minutes = Arbitraries.of(0, 1, 20, 1440, 1441).injectNull(0.3);
        return Combinators.combine(statuses, minutes, Arbitraries.of(Channel.values()))
                .as((status, time, channel) -> new Declare(status, time, channel, Story.BOT));
    }
}
