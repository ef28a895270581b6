package dev.porchlight.cli.serve;

import dev.porchlight.cli.command.Repeated;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.time.Duration;

/** A server on a temporary folder, with everybody in it signed in. */
record RunningDemo(Porchlight server, String adminToken, DemoWorld world) {
    private static final Duration RENEW = Duration.ofHours(8);

    /** Starts it; closing answers the requests under way, and removes the folder. */
    static RunningDemo start(Settings settings, Surroundings surroundings, Closing closing) {
        TemporaryFolder folder = TemporaryFolder.make();
        closing.add(folder::close);
        Porchlight server = Starting.start(settings.withData(folder.path()));
        closing.add(server::close);
        DemoWorld world = new DemoWorld(Remote.within(server, "default"));
        closing.add(world::close);
        world.settle();
        closing.add(Repeated.every(RENEW, world::renew, surroundings)::stop);
        String given = settings.adminToken();
        return new RunningDemo(server, given == null ? server.newAdminToken().orElseThrow() : given, world);
    }
}
