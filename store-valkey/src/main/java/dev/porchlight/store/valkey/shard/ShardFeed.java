package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The feed of all nodes' commits: one channel of each watched user, however many listen. */
final class ShardFeed implements Feed {
    private final Lines lines;
    private final Spread spread;
    private final Map<UserKey, Channel> channels = new ConcurrentHashMap<>();

    ShardFeed(Lines lines, Spread spread) {
        this.lines = lines;
        this.spread = spread;
    }

    @Override
    public CompletionStage<Void> watch(UserKey user, Listener listener) {
        AtomicReference<CompletionStage<Void>> inForce = new AtomicReference<>();
        channels.compute(user, (same, open) -> {
            Channel channel = open == null ? new Channel(user) : open;
            inForce.set(channel.add(listener, () -> lines.listen(name(user), channel)));
            return channel;
        });
        return inForce.get();
    }

    @Override
    public void unwatch(UserKey user, Listener listener) {
        channels.computeIfPresent(user, (same, channel) -> {
            if (channel.remove(listener)) {
                return channel;
            }
            lines.unlisten(name(user), channel);
            return null;
        });
    }

    private byte[] name(UserKey user) {
        byte[] bytes = Keys.user(user);
        return spread.of(bytes).channel(bytes);
    }
}
