package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.engine.watch.Mailbox;
import dev.porchlight.engine.watch.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who watches users of one account through a connection to a node, empties the mailbox slowly, comes again when the
 * node has died, and changes their mind.
 */
final class Watcher {
    private static final int BATCH = 2;

    private final String name;
    private final List<UserKey> users;
    private final Nodes nodes;
    private final Judge judge;
    private final VirtualTime time;
    private final Dice dice;
    private final Trace trace;
    private final Map<UserKey, Shown> picture = new LinkedHashMap<>();
    private final Map<UserKey, Instant> watching = new LinkedHashMap<>();
    private Mailbox mailbox = new Mailbox(0, () -> {});
    private Node.Life life;

    Watcher(
            String name,
            List<UserKey> users,
            Node first,
            Nodes nodes,
            Judge judge,
            VirtualTime time,
            Dice dice,
            Trace trace) {
        this.name = name;
        this.users = users;
        this.nodes = nodes;
        this.judge = judge;
        this.time = time;
        this.dice = dice;
        this.trace = trace;
        this.life = first.life();
        connect(first);
        time.after(dice.millis(1_000, 5_000), this::look);
    }

    /** Holds what this watcher believes of users who have not changed lately against what was committed. */
    void inspect(Duration lately) {
        Instant then = time.now().minus(lately);
        for (Map.Entry<UserKey, Instant> entry : watching.entrySet()) {
            UserKey user = entry.getKey();
            if (entry.getValue().isBefore(then) && judge.changedAt(user).isBefore(then)) {
                judge.believed(name, user, picture.get(user));
            }
        }
    }

    /** Now and then: connects again if the node has died, else watches one user more or less. */
    private void look() {
        if (life.link().isDead()) {
            watching.clear();
            nodes.anyUp().ifPresent(this::connect);
        } else {
            changeMind(dice.pick(users));
        }
        time.after(dice.millis(500, 5_000), this::look);
    }

    private void connect(Node node) {
        trace.line(name, "connects to " + node.name());
        life = node.life();
        // A wake-up of the last connection must not stand for one of this.
        Node.Life mine = life;
        mailbox = new Mailbox(users.size(), () -> drainLater(mine));
        if (dice.chance(0.5)) {
            picture.clear();
        }
        users.forEach(this::watch);
    }

    private void changeMind(UserKey user) {
        if (!watching.containsKey(user)) {
            watch(user);
        } else if (dice.chance(0.3)) {
            trace.line(name, "unwatches " + user);
            life.fanOut().unwatch(mailbox, user);
            watching.remove(user);
            picture.remove(user);
        }
    }

    private void watch(UserKey user) {
        Shown known = picture.get(user);
        trace.line(name, "watches " + user + " knowing " + known);
        watching.put(user, time.now());
        boolean admitted = life.fanOut().watch(mailbox, user, known == null ? FanOut.NOTHING_KNOWN : known.revision());
        judge.require(admitted, "a watcher could not watch", name, user);
    }

    private void drainLater(Node.Life connection) {
        connection.link().deliver(time.now().plus(dice.millis(0, 400)), () -> drain(connection));
    }

    private void drain(Node.Life connection) {
        if (!connection.equals(life)) {
            return;
        }
        List<Shown> batch = mailbox.drain(BATCH);
        for (Shown shown : batch) {
            trace.line(name, "is told " + shown);
            judge.require(watching.containsKey(shown.user()), "a watcher was told of somebody unwatched", name, shown);
            judge.told(shown.user(), shown, picture.put(shown.user(), shown));
        }
        if (batch.size() == BATCH) {
            drainLater(connection);
        }
    }
}
