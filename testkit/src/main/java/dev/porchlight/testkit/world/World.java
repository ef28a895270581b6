package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One world: a few nodes over one store, two accounts whose users have the same ids, their clients and watchers. First it
 * storms; then it is calm, and everything has to come right; then the clients fall silent, and everybody goes offline. The
 * same seed over the same store gives the same world, step by step.
 */
public final class World {
    private static final Duration STORM = Duration.ofSeconds(60);
    private static final Duration CALM = Duration.ofSeconds(30);
    /** Longer than any lease. */
    private static final Duration SILENCE = Duration.ofSeconds(45);
    /** After this long without faults no answer is waited for that was lost in the storm. */
    private static final Duration ECHO = Duration.ofSeconds(6);
    /** Until a change has reached every watcher: a read or a notice, and two batches of a slow reader's mailbox. */
    private static final Duration TOLD = Duration.ofMillis(2_500);
    /** What semantics.md allows beyond lease and grace. */
    private static final Duration ALLOWED = Duration.ofSeconds(1);

    private static final int SKEW_MILLIS = 2_000;

    private final long seed;
    private final VirtualTime time = new VirtualTime();
    private final Trace trace = new Trace(time);
    private final Judge judge;
    private final Weather weather;
    private final Nodes nodes;
    private final List<Client> clients = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private long steps;

    /**
     * What a world came to.
     *
     * @param digest of the whole trace: the same for the same seed
     */
    public record Report(long seed, long digest, long steps, long commits, long crashes) {}

    private World(long seed, Store store) {
        this.seed = seed;
        Dice dice = new Dice(new SplittableRandom(seed));
        Rules rules = new Rules(RuleSettings.DEFAULTS);
        List<UserKey> users = users();
        this.judge = new Judge(store, rules, trace, users);
        this.weather = new Weather(dice);
        this.nodes = new Nodes(new ArrayList<>(), dice);
        int processes = dice.between(2, 4);
        for (int i = 0; i < processes; i++) {
            Duration skew = dice.millis(-SKEW_MILLIS, SKEW_MILLIS);
            nodes.all().add(new Node("node-" + i, skew, store, judge, rules, time, weather, trace));
        }
        users.forEach(user -> addClients(user, dice));
        for (int i = 0; i < 4; i++) {
            List<UserKey> watched = i % 2 == 0 ? users.subList(0, 3) : users.subList(3, 6);
            Node first = dice.pick(nodes.all());
            watchers.add(new Watcher("watcher-" + i, watched, first, nodes, judge, time, dice, trace));
        }
    }

    /**
     * Runs the world of a seed over a fresh store, whose stages must be complete when they are returned.
     *
     * @throws AssertionError with the seed, what went wrong and the last lines of the trace
     */
    public static Report run(long seed, Store store) {
        return new World(seed, store).run();
    }

    private static List<UserKey> users() {
        List<UserKey> users = new ArrayList<>();
        for (String account : List.of("acme", "globex")) {
            for (String user : List.of("ada", "bob", "cyd")) {
                users.add(new UserKey(account, user));
            }
        }
        return users;
    }

    private void addClients(UserKey user, Dice dice) {
        int devices = dice.between(1, 2);
        for (int i = 0; i < devices; i++) {
            clients.add(new Client(user, "session-" + i, nodes, judge, time, dice, trace));
        }
    }

    private Report run() {
        runFor(STORM, () -> {});
        trace.line("world", "is calm");
        weather.calmDown();
        nodes.restart();
        runFor(ECHO, () -> {});
        Instant settled = time.now();
        runFor(CALM.minus(ECHO), () -> inspectCalm(settled));
        clients.forEach(Client::stop);
        runFor(SILENCE, () -> inspectCalm(settled));
        inspectEnd();
        return new Report(seed, trace.digest(), steps, judge.commits(), nodes.crashes());
    }

    private void runFor(Duration length, Runnable inspection) {
        Instant end = time.now().plus(length);
        while (time.step(end)) {
            steps++;
            judge.inspect();
            inspection.run();
            failIfViolated();
        }
    }

    private void inspectCalm(Instant settled) {
        Instant then = time.now().minus(ALLOWED);
        judge.inspectEnds(then, then.plus(nodes.mostAhead()));
        if (time.now().isAfter(settled.plus(TOLD))) {
            watchers.forEach(watcher -> watcher.inspect(TOLD));
        }
    }

    private void inspectEnd() {
        watchers.forEach(watcher -> watcher.inspect(TOLD));
        judge.inspectEvents();
        clients.forEach(client -> judge.require(client.open() == 0, "calls were never answered"));
        judge.require(judge.commits() > 0, "a world in which nothing happened");
        failIfViolated();
    }

    private void failIfViolated() {
        String violation = judge.violation();
        if (violation != null) {
            throw new AssertionError("seed " + seed + ": " + violation + "\nThe last steps:\n" + trace.tail());
        }
    }
}
