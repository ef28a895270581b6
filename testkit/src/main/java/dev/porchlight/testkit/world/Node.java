package dev.porchlight.testkit.world;

import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Recurring;
import dev.porchlight.engine.Ringer;
import dev.porchlight.engine.port.Store;
import dev.porchlight.engine.watch.FanOut;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** One process of the engine, with a clock of its own that is wrong by the same amount all its lives. */
final class Node implements InstantSource {
    private static final Duration RING = Duration.ofMillis(250);
    private static final Duration HEAL = Duration.ofSeconds(1);

    private final String name;
    private final Duration skew;
    private final Store store;
    private final Judge judge;
    private final Rules rules;
    private final VirtualTime time;
    private final Weather weather;
    private final Trace trace;
    private Life life;
    private int crashes;

    /** What one start of the process builds, and what dies with it. */
    record Life(Link link, LinkedFeed feed, Corridor corridor, Answers answers, FanOut fanOut) {}

    Node(
            String name,
            Duration skew,
            Store store,
            Judge judge,
            Rules rules,
            VirtualTime time,
            Weather weather,
            Trace trace) {
        this.name = name;
        this.skew = skew;
        this.store = store;
        this.judge = judge;
        this.rules = rules;
        this.time = time;
        this.weather = weather;
        this.trace = trace;
        this.life = start();
    }

    @Override
    public Instant instant() {
        return time.now().plus(skew);
    }

    String name() {
        return name;
    }

    Duration skew() {
        return skew;
    }

    Life life() {
        return life;
    }

    boolean isUp() {
        return !life.link().isDead();
    }

    int crashes() {
        return crashes;
    }

    void crash(String when) {
        trace.line(name, "crashes " + when);
        crashes++;
        life.link().die();
        life.feed().cut();
        time.after(weather.longDelay(), this::restart);
    }

    void restart() {
        if (!isUp()) {
            trace.line(name, "starts");
            life = start();
        }
    }

    private Life start() {
        Link link = new Link(name, time, weather, trace);
        LinkedLedger ledger = new LinkedLedger(store.ledger(), judge, this, link, time, weather);
        LinkedFeed feed = new LinkedFeed(store.feed(), link, time, weather, trace);
        Corridor corridor = new Corridor(ledger, rules, this);
        FanOut fanOut = new FanOut(feed, ledger);
        Ringer ringer = new Ringer(new LinkedAlarms(store.alarms(), link), corridor, this);
        Recurring.Timer timer = (pause, call) -> link.deliver(time.now().plus(pause), call);
        new Recurring("ringing on " + name, RING, () -> quietly("ringing", ringer.ring()), timer).start();
        new Recurring("healing on " + name, HEAL, () -> quietly("healing", fanOut.heal()), timer).start();
        return new Life(link, feed, corridor, new Answers(ledger, rules, this), fanOut);
    }

    /** In a storm these fail all the time: the trace says so, the log need not. */
    private CompletionStage<?> quietly(String what, CompletionStage<?> stage) {
        return stage.handle((done, failure) -> {
            if (failure != null) {
                trace.line(name, what + " failed: " + failure.getMessage());
            }
            return "done";
        });
    }
}
