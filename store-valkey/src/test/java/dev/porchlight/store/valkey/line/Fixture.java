package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.SlotHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Lines to a test's servers, and a script that counts each name once, so that repeating it is harmless. */
record Fixture(Lines lines) implements AutoCloseable {
    private static final Script<Long> ADD =
            Script.load("test-add", ScriptOutputType.INTEGER, sum -> sum instanceof Long number ? number : -1L);
    private static final AtomicLong NAMES = new AtomicLong();

    static Fixture open(String... uris) {
        return open(0, Duration.ofSeconds(5), uris);
    }

    static Fixture open(int replicas, Duration patience, String... uris) {
        return new Fixture(Lines.open(new ValkeyOptions(List.of(uris), "t", replicas, patience), "test"));
    }

    CompletionStage<Long> add(String tag, long much) {
        return add(tag, much, "");
    }

    CompletionStage<Long> add(String tag, long much, String channel) {
        return lines.run(
                ADD,
                List.of(bytes("t:{" + tag + "}:sum"), bytes("t:{" + tag + "}:names")),
                List.of(bytes("" + much), bytes("" + NAMES.incrementAndGet()), bytes(channel)));
    }

    String sum(String tag) {
        byte[] key = bytes("t:{" + tag + "}:sum");
        return new String(await(lines.ask(SlotHash.getSlot(key), wire -> wire.get(key))), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        lines.close();
    }
}
