package dev.porchlight.cli.serve;

import dev.porchlight.cli.command.Repeated;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.time.Duration;

/** A server on a temporary folder, with everybody in it signed in until it is closed. */
record RunningDemo(TemporaryFolder folder, Porchlight server, String adminToken, DemoWorld world, Repeated renewals) {
    private static final Duration RENEW = Duration.ofHours(8);

    static RunningDemo start(Settings settings, Surroundings surroundings) {
        TemporaryFolder folder = TemporaryFolder.make();
        try {
            Porchlight server = Starting.start(settings.withData(folder.path()));
            String given = settings.adminToken();
            String admin = given == null ? server.newAdminToken().orElseThrow() : given;
            DemoWorld world = new DemoWorld(Remote.within(server, "default"));
            world.settle();
            return new RunningDemo(folder, server, admin, world, Repeated.every(RENEW, world::renew, surroundings));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Answers the requests under way, and removes the folder. */
    void close() {
        renewals.stop();
        world.close();
        folder.close();
    }
}
