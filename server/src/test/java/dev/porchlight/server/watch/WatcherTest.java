package dev.porchlight.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of watchers who are slow, stuck or gone. */
@Timeout(30)
class WatcherTest {
    private static final Instant START = Instant.parse("2026-03-27T04:00:00Z");
    private static final UserKey ADA = new UserKey("default", "ada");

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventLoop loop = new EventLoop(context, new Encodings(), new WatchMetrics(registry));
    private final MemoryStore store = new MemoryStore();
    private final Corridor corridor = new Corridor(store.ledger(), new Rules(RuleSettings.DEFAULTS), () -> START);
    private final FanOut fanOut = new FanOut(store.feed(), store.ledger());
    private final Pipe pipe = new Pipe();
    private final Watcher watcher = new Watcher(Principal.NOBODY, pipe, loop, true, START);

    /** A line that takes what it is given until it is told to be full. */
    private static final class Pipe implements Line {
        private final List<String> sent = new ArrayList<>();
        private boolean full;
        private int pings;
        private @Nullable Runnable roomy;
        private @Nullable Parting parting;

        @Override
        public void send(Encoded message) {
            sent.add(message.event().toString(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public boolean isFull() {
            return full;
        }

        @Override
        public void whenRoomy(Runnable call) {
            roomy = call;
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void close(Parting why) {
            parting = why;
        }

        void empty() {
            full = false;
            if (roomy != null) {
                roomy.run();
            }
        }
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aSlowReaderIsToldTheNewestAnswerOnceThereIsRoom() {
        onLoop(() -> fanOut.watch(watcher.mailbox(), ADA, FanOut.NOTHING_KNOWN));
        turn();
        pipe.full = true;

        beat(Activity.ACTIVE);
        beat(Activity.IDLE);
        beat(Activity.ACTIVE);
        turn();
        assertThat(pipe.sent).hasSize(1);
        onLoop(pipe::empty);

        assertThat(pipe.sent).hasSize(2).last().asString().contains("Available", "\"revision\":3");
        assertThat(registry.get("porchlight.watch.conflated").functionCounter().count())
                .isEqualTo(2);
    }

    @Test
    void whoReadsNothingForAMinuteIsClosed() {
        pipe.full = true;
        checkAfter(1);
        checkAfter(61);
        assertThat(pipe.parting).isNull();

        checkAfter(62);
        assertThat(pipe.parting).isEqualTo(Parting.TOO_SLOW);
    }

    @Test
    void aMinuteWithAReadInBetweenIsNone() {
        watcher.seen(START.plusSeconds(50));
        pipe.full = true;
        checkAfter(1);
        pipe.full = false;
        checkAfter(30);
        pipe.full = true;
        checkAfter(31);
        checkAfter(90);

        assertThat(pipe.parting).isNull();
    }

    @Test
    void whoAnswersNoPingIsClosed() {
        checkAfter(29);
        assertThat(pipe.pings).isZero();
        checkAfter(30);
        checkAfter(60);
        assertThat(pipe.pings).isEqualTo(2);
        checkAfter(75);
        assertThat(pipe.parting).isNull();

        checkAfter(76);
        assertThat(pipe.parting).isEqualTo(Parting.SILENT);
    }

    @Test
    void aStreamThatCannotAnswerIsNotClosedForThat() {
        Watcher stream = new Watcher(Principal.NOBODY, pipe, loop, false, START);

        stream.check(START.plus(Duration.ofHours(1)), START.plus(Duration.ofHours(1)));

        assertThat(pipe.parting).isNull();
        assertThat(pipe.pings).isEqualTo(1);
    }

    private void checkAfter(int seconds) {
        watcher.check(START.plusSeconds(seconds), START.plusSeconds(seconds));
    }

    private void beat(Activity activity) {
        Command command = new Command.Beat(
                "desk", "desktop", new ClientVersion("6.0"), activity, Duration.ofHours(1), "user:ada");
        corridor.submit(ADA, command).toCompletableFuture().join();
    }

    /** Lets the event loop serve what was announced to it. */
    private void turn() {
        onLoop(() -> {});
        onLoop(() -> {});
    }

    private void onLoop(Runnable call) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        context.runOnContext(turn -> {
            call.run();
            done.complete(true);
        });
        done.join();
    }
}
