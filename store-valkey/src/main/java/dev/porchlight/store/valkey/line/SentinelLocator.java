package dev.porchlight.store.valkey.line;

import io.lettuce.core.RedisURI;
import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A primary with replicas that Sentinels look after: where they say that it is, if it says so itself. */
@SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for a connection to close.
final class SentinelLocator implements Locator {
    private final Dial dial;
    private final List<RedisURI> sentinels;
    private final String name;

    SentinelLocator(Dial dial, List<RedisURI> sentinels, String name) {
        this.dial = dial;
        this.sentinels = sentinels;
        this.name = name;
    }

    @Override
    public CompletionStage<Layout> locate() {
        return Gathering.of(sentinels.stream().map(this::ask).toList())
                .thenApply(roles -> roles.stream()
                        .filter(Role::isPrimary)
                        .max(SinglePrimary.MORE_PRIMARY)
                        .map(role -> Layout.of(role.address()))
                        .orElseThrow(() -> new IllegalStateException(
                                "what the Sentinels call " + name + " is no primary: they are about to name another")));
    }

    private CompletionStage<Role> ask(RedisURI sentinel) {
        return dial.sentinel(sentinel)
                .thenCompose(open -> nameOf(open)
                        .orTimeout(Dial.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((address, error) -> open.closeAsync())
                        .thenCompose(address -> Role.of(dial, address)));
    }

    private CompletableFuture<Address> nameOf(StatefulRedisSentinelConnection<byte[], byte[]> sentinel) {
        return sentinel.async()
                .getMasterAddrByName(name.getBytes(StandardCharsets.UTF_8))
                .thenApply(this::address)
                .toCompletableFuture();
    }

    private Address address(SocketAddress found) {
        if (found instanceof InetSocketAddress inet) {
            return new Address(inet.getHostString(), inet.getPort());
        }
        throw new IllegalStateException("the Sentinels know no " + name + " (expected: its name behind the #)");
    }
}
