package dev.porchlight.store.valkey.shard;

import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that live, as each has told the store by the store's own clock, and what this node looks after of all. Until the
 * store has answered, and while it does not, a node goes by what it knew; two that look after the same do it twice, and nobody
 * harm.
 */
public final class Membership implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Membership.class.getName());
    private static final Script<List<?>> HEARTBEAT = Answer.list("heartbeat");
    private static final byte[] LIVES = Keys.text("1");
    private static final byte[] LEAVES = Keys.text("0");

    private final Lines lines;
    private final byte[] key;
    private final String node;
    private final Pace pace;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("porchlight-heartbeat").daemon().factory());
    private volatile Share share;
    private @Nullable ScheduledFuture<?> beats;

    /**
     * How often a node tells that it lives, and after how long it is forgotten.
     *
     * @param forgotten several times {@code beat}
     */
    public record Pace(Duration beat, Duration forgotten) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /** @param node a name that no other node has */
    Membership(Lines lines, String prefix, String node, Pace pace) {
        this.lines = lines;
        this.key = Keys.text(prefix + ":{nodes}");
        this.node = node;
        this.pace = pace;
        this.share = Share.of(node, List.of(node));
    }

    /** Tells the store from now on. */
    void start() {
        long millis = pace.beat().toMillis();
        beats = timer.scheduleWithFixedDelay(this::beat, 0, millis, TimeUnit.MILLISECONDS);
    }

    boolean owns(Shard shard) {
        return share.shards().get(shard.number());
    }

    /** Whether this node looks after a subscription. */
    public boolean owns(String subscription) {
        return Rendezvous.isFirst(node, share.nodes(), subscription);
    }

    /** The nodes that live, in the order of their names. */
    public Collection<String> nodes() {
        return share.nodes();
    }

    private void beat() {
        tell(LIVES).whenComplete((nodes, failure) -> {
            if (failure == null) {
                if (!nodes.equals(share.nodes())) {
                    share = Share.of(node, nodes);
                }
            } else {
                LOG.log(System.Logger.Level.DEBUG, "The store was not told that this node lives", failure);
            }
        });
    }

    private CompletionStage<List<String>> tell(byte[] what) {
        List<byte[]> args = List.of(
                Keys.text(node),
                what,
                Bytes.digits(Math.toIntExact(pace.forgotten().toMillis())));
        return lines.run(HEARTBEAT, List.of(key), args)
                .thenApply(nodes -> new TreeSet<>(nodes.stream()
                                .map(name -> Keys.text(Answer.bytes(name)))
                                .toList())
                        .stream().toList());
    }

    /** Leaves, so that the others need not wait until this node is forgotten. */
    @Override
    public void close() {
        if (beats != null) {
            beats.cancel(false);
        }
        timer.shutdown();
        try {
            tell(LEAVES).toCompletableFuture().orTimeout(1, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            LOG.log(System.Logger.Level.DEBUG, "The store was not told that this node leaves", e);
        }
    }

    private record Share(List<String> nodes, BitSet shards) {
        static Share of(String node, List<String> nodes) {
            BitSet shards = new BitSet(Spread.SHARDS);
            for (int number = 0; number < Spread.SHARDS; number++) {
                shards.set(number, Rendezvous.isFirst(node, nodes, Integer.toString(number)));
            }
            return new Share(nodes, shards);
        }
    }
}
