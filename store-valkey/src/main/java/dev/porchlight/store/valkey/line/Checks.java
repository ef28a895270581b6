package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.port.StoreUnavailableException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at each primary once, when it is first met, and each time whether it answers. */
final class Checks {
    private static final System.Logger LOG = System.getLogger(Checks.class.getName());

    private final Lines lines;
    private final Whereabouts whereabouts;
    private final String prefix;
    private final int replicas;
    private final Set<Address> passed = ConcurrentHashMap.newKeySet();

    Checks(Lines lines, Whereabouts whereabouts, String prefix, int replicas) {
        this.lines = lines;
        this.whereabouts = whereabouts;
        this.prefix = prefix;
        this.replicas = replicas;
    }

    /** Fails where a primary does not answer, or cannot be worked with, or is missing. Warnings are logged once. */
    CompletionStage<Void> ready() {
        return lines.ask(0, RedisAsyncCommands::ping).thenCompose(pong -> each(this::answersOrPasses));
    }

    private CompletionStage<Void> answersOrPasses(Address primary, byte[] key) {
        if (passed.contains(primary)) {
            return lines.ask(SlotHash.getSlot(key), RedisAsyncCommands::ping).thenAccept(pong -> {});
        }
        return check(primary, key).thenAccept(findings -> {
            if (passed.add(primary)) {
                findings.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
            }
        });
    }

    /** What there is to say of each. */
    CompletionStage<List<Findings>> all() {
        List<Findings> all = new ArrayList<>();
        return lines.ask(0, RedisAsyncCommands::ping)
                .thenCompose(pong -> each((primary, key) -> check(primary, key).thenAccept(findings -> {
                    synchronized (all) {
                        all.add(findings);
                    }
                })))
                .thenApply(done -> List.copyOf(all));
    }

    private CompletionStage<Findings> check(Address primary, byte[] key) {
        return lines.ask(SlotHash.getSlot(key), wire -> PrimaryCheck.of(primary.toString(), replicas, key, wire));
    }

    private CompletionStage<Void> each(Checked check) {
        Layout layout = whereabouts.layout();
        if (!layout.isWhole()) {
            return CompletableFuture.failedStage(new StoreUnavailableException(
                    "The cluster has no primary for some of its slots. Look at: redis-cli --cluster check"));
        }
        return CompletableFuture.allOf(layout.primaries().stream()
                .map(primary -> check.of(primary, key(layout, primary)).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** A key of the store that lives there. */
    private byte[] key(Layout layout, Address primary) {
        for (int i = 0; ; i++) {
            byte[] key = (prefix + ":{" + i + "}:check").getBytes(StandardCharsets.UTF_8);
            if (layout.primary(SlotHash.getSlot(key)).filter(primary::equals).isPresent()) {
                return key;
            }
        }
    }

    private interface Checked {
        CompletionStage<Void> of(Address primary, byte[] key);
    }
}
