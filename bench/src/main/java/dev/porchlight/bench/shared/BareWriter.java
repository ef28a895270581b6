package dev.porchlight.bench.shared;

import dev.porchlight.bench.store.Population;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.engine.codec.PresenceCodec;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** The commit script by itself through Lettuce as it comes: arguments of the same sizes, made before. The limit of any node. */
final class BareWriter implements Writer, AutoCloseable {
    private static final int SHARDS = 1024;

    private final RedisClient client;
    private final RedisAsyncCommands<byte[], byte[]> commands;
    private final Script<Object> script = Script.load("commit", ScriptOutputType.INTEGER, Objects::requireNonNull);
    private final byte[] document;
    private final byte[] event;
    private final byte[][] users;
    private final byte[][][] keys;
    private final long[] revisions;
    private final int[] turns;

    BareWriter(String uri, String prefix, int users, int callers) {
        client = RedisClient.create(uri);
        commands = client.connect(ByteArrayCodec.INSTANCE).async();
        commands.scriptLoad(script.text()).toCompletableFuture().join();
        Accepted change = Population.change(
                Population.change(Presence.none(Population.user(0)), Instant.now())
                        .next(),
                Instant.now());
        document = PresenceCodec.encode(change.next());
        event = EventCodec.encode(Objects.requireNonNull(change.event()));
        this.users = new byte[users][];
        this.keys = new byte[users][][];
        this.revisions = new long[users];
        this.turns = new int[callers];
        for (int i = 0; i < users; i++) {
            String name = Population.user(i).user();
            this.users[i] = bytes(name);
            String tag = prefix + ":{" + Math.floorMod(name.hashCode(), SHARDS) + "}:";
            this.keys[i] = new byte[][] {
                bytes(tag + "p"),
                bytes(tag + "due"),
                bytes(tag + "out"),
                bytes(tag + "h:" + name),
                bytes(tag + "u:" + name)
            };
        }
    }

    @Override
    public CompletionStage<?> next(int caller) {
        int user = (caller + turns.length * turns[caller]++) % users.length;
        long seen = revisions[user]++;
        byte[] row = ByteBuffer.allocate(29 + document.length)
                .putLong(seen + 1)
                .putLong(System.nanoTime())
                .put((byte) 1)
                .putLong(seen)
                .putInt(user)
                .put(document)
                .array();
        byte[] told = ByteBuffer.allocate(20 + event.length)
                .putLong(seen)
                .putInt(0)
                .putLong(seen + 1)
                .put(event)
                .array();
        byte[] before = ByteBuffer.allocate(Long.BYTES).putLong(seen).array();
        return commands.evalsha(script.sha1(), ScriptOutputType.INTEGER, keys[user], users[user], before, row, told)
                .thenAccept(answer -> {
                    if (!answer.equals(1L)) {
                        throw new IllegalStateException("the script answered " + answer);
                    }
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
