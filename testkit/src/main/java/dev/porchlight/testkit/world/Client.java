package dev.porchlight.testkit.world;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Outcome;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.engine.watch.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client of one user: signs in, beats, vanishes, declares, claims and releases as the dice fall, and asks now and then. */
final class Client {
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<String> SOURCES = List.of("calendar", "meeting", "phone");
    private static final int TRIES = 3;

    private final UserKey user;
    private final String session;
    private final String by;
    private final Duration lease;
    private final Nodes nodes;
    private final Judge judge;
    private final VirtualTime time;
    private final Dice dice;
    private final Trace trace;
    private boolean stopped;
    private final List<Node.Life> open = new ArrayList<>();

    Client(UserKey user, String session, Nodes nodes, Judge judge, VirtualTime time, Dice dice, Trace trace) {
        this.user = user;
        this.session = session;
        this.by = user.account() + "/" + user.user();
        this.lease = Duration.ofSeconds(dice.between(5, 40));
        this.nodes = nodes;
        this.judge = judge;
        this.time = time;
        this.dice = dice;
        this.trace = trace;
        actLater(dice.millis(0, 3000));
    }

    void stop() {
        stopped = true;
    }

    /** How many calls to nodes that live have not been answered. */
    long open() {
        return open.stream().filter(life -> !life.link().isDead()).count();
    }

    private void actLater(Duration pause) {
        time.after(pause, this::act);
    }

    private void act() {
        if (stopped) {
            return;
        }
        int roll = dice.between(1, 100);
        if (roll <= 8) {
            nodes.anyUp().ifPresent(this::ask);
        } else {
            send(roll <= 50 ? beat() : other(), 1);
        }
        boolean vanishes = dice.chance(0.06);
        actLater(vanishes ? dice.millis(20_000, 60_000) : dice.millis(200, 6_000));
    }

    private Command beat() {
        Activity activity = dice.chance(0.8) ? Activity.ACTIVE : Activity.IDLE;
        return new Command.Beat(session, "desktop", new ClientVersion("6.0.1"), activity, lease, by);
    }

    private Command other() {
        return switch (dice.between(1, 7)) {
            case 1 -> new Command.SignOut(session, by);
            case 2 -> new Command.Withdraw(by);
            case 3 -> new Command.Release(dice.pick(SOURCES), by);
            case 4, 5 ->
                new Command.Report(
                        dice.pick(SOURCES),
                        dice.pick(STATUSES),
                        dice.chance(0.8) ? time.now().plus(dice.millis(3_000, 30_000)) : null,
                        by);
            default ->
                new Command.Declare(
                        dice.pick(STATUSES), dice.between(1, 2), dice.pick(List.of(Command.Channel.values())), by);
        };
    }

    private void send(Command command, int attempt) {
        nodes.anyUp().ifPresent(node -> send(command, attempt, node, node.life()));
    }

    private void send(Command command, int attempt, Node node, Node.Life life) {
        open.add(life);
        trace.line(by, "sends " + command + " to " + node.name());
        life.corridor().submit(user, command).whenComplete((outcome, failure) -> {
            open.remove(life);
            trace.line(by, "is told " + (failure == null ? outcome : failure.getMessage()));
            if (failure == null) {
                told(outcome);
            } else {
                failed(command, attempt, failure);
            }
        });
    }

    private void told(@Nullable Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> judge.acknowledged(done.presence());
            case Outcome.Refused refused -> trace.line(by, refused.refusal().rule());
            case Outcome.Contended contended -> judge.require(false, "a writer lost every race", user, contended);
            case null -> judge.require(false, "neither an outcome nor a failure", user);
        }
    }

    private void failed(Command command, int attempt, Throwable failure) {
        judge.require(
                failure instanceof StoreUnavailableException, "failed otherwise than by the store", command, failure);
        if (attempt < TRIES) {
            time.after(dice.millis(50, 1_000), () -> send(command, attempt + 1));
        }
    }

    private void ask(Node node) {
        long acknowledged = judge.acknowledged(user);
        node.life().answers().status(user).whenComplete((shown, failure) -> {
            if (failure == null) {
                answered(shown, node, acknowledged);
            }
        });
    }

    private void answered(Shown shown, Node node, long acknowledged) {
        trace.line(by, "sees " + shown + " on " + node.name());
        judge.answered(shown, node.instant(), acknowledged);
    }
}
