package dev.porchlight.bench;

import dev.porchlight.bench.shared.Redis;
import dev.porchlight.bench.world.World;
import dev.porchlight.store.valkey.ValkeyStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the seed's request on a shared store, which it starts. */
@Command(
        name = "shared-put",
        description = "Durable PUTs of presence_status on a shared store.",
        mixinStandardHelpOptions = true)
final class SharedPutCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Option(names = "--users", description = "Users, all signed in (default: ${DEFAULT-VALUE}).")
    int users = 1_000;

    @Option(names = "--fsync", description = "How durable the store is (default: ${DEFAULT-VALUE}).")
    String fsync = "always";

    @Option(names = "--profile", description = "Record Porchlight, which slows it, and print where its time went.")
    boolean profile;

    @Override
    public Integer call() throws Exception {
        try (Redis redis = Redis.start(fsync)) {
            try (ValkeyStore store = redis.node("pl")) {
                World.fill(store, users);
            }
            return setup.run(
                    site -> setup.versus(site, profile).runShared(redis.server().uri(), users));
        }
    }
}
