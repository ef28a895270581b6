package dev.porchlight.store.valkey.failover;

import static dev.porchlight.testkit.contract.Stages.await;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.port.Store;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.store.valkey.ValkeyStore;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A node of a test, with writers that change users as fast as they are answered, and a watcher of all of them. */
final class LoadedNode implements AutoCloseable {
    private static final int WRITERS = 6;

    private final Store store;
    private final Corridor corridor;
    private final List<UserKey> users;
    private final Acknowledged acknowledged;
    private final Watcher watcher = new Watcher();
    private final ScheduledExecutorService healing = Executors.newSingleThreadScheduledExecutor();
    private final List<Thread> writers;
    private volatile boolean ending;

    /** @param ahead how far its clock is, which other nodes' need not be */
    LoadedNode(ValkeyOptions options, List<UserKey> users, Acknowledged acknowledged, Duration ahead) {
        this.users = users;
        this.acknowledged = acknowledged;
        store = ValkeyStore.open(options, new Random(), System::nanoTime);
        corridor =
                new Corridor(store.ledger(), new Rules(RuleSettings.DEFAULTS), Clock.offset(Clock.systemUTC(), ahead));
        FanOut fanOut = new FanOut(store.feed(), store.ledger());
        users.forEach(user -> fanOut.watch(watcher.mailbox(), user, FanOut.NOTHING_KNOWN));
        var _ = healing.scheduleWithFixedDelay(fanOut::heal, 1, 1, TimeUnit.SECONDS);
        writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> Thread.ofVirtual().unstarted(this::write))
                .toList();
    }

    /** Everybody is signed in, for longer than the test. */
    void signIn() {
        users.stream()
                .map(user -> corridor.submit(
                        user,
                        new Command.Beat(
                                "desk",
                                "desktop",
                                new ClientVersion("6.0.1"),
                                Activity.ACTIVE,
                                Duration.ofHours(24),
                                "user:test")))
                .toList()
                .forEach(done -> acknowledged.add(await(done)));
    }

    void begin() {
        writers.forEach(Thread::start);
    }

    private void write() {
        Random random = new Random();
        while (!ending) {
            UserKey user = users.get(random.nextInt(users.size()));
            try {
                acknowledged.add(await(corridor.submit(
                        user,
                        new Command.Declare(
                                Status.DO_NOT_DISTURB,
                                1 + random.nextInt(1440),
                                Command.Channel.CLIENT,
                                "user:test"))));
            } catch (StoreUnavailableException e) {
                acknowledged.failed();
            } catch (RuntimeException e) {
                acknowledged.unexpected(e);
            }
        }
    }

    void end() throws InterruptedException {
        ending = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    Store store() {
        return store;
    }

    Optional<Shown> seen(UserKey user) {
        return watcher.seen(user);
    }

    @Override
    public void close() {
        ending = true;
        healing.shutdownNow();
        store.close();
    }
}
