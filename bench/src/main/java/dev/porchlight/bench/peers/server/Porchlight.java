package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.peers.speech.WatchDialect;
import dev.porchlight.bench.profile.Recording;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.scenario.Site;
import dev.porchlight.bench.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Porchlight with its normal durability; its users are signed in for a day and have a token each. */
public final class Porchlight implements Peer {
    public static final String NAME = "Porchlight";

    private final Site site;
    private final boolean profiled;
    private final Path folder;

    /** @param profiled whether to record it, which slows it, and to print where its time went */
    public Porchlight(Site site, boolean profiled) {
        this.site = site;
        this.profiled = profiled;
        this.folder = site.work().resolve("porchlight");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public void fill(List<Contacts> all) {
        int users = all.stream().mapToInt(Contacts::users).max().orElse(0);
        World.make(folder, users, users);
        World.giveTokens(folder, users);
    }

    @Override
    public Live start() throws IOException, InterruptedException {
        if (!profiled) {
            return live(Running.start(site.porchlight(NAME, folder, List.of())), () -> {});
        }
        Recording recording = new Recording(site.work().resolve("porchlight.jfr"));
        Running running = Running.start(site.porchlight(NAME, folder, recording.options()));
        return live(running, () -> {
            recording.dump(running.pid());
            recording.print();
        });
    }

    private static Live live(Running running, Live.Last last) {
        URI uri = running.uri();
        ProcessHandle process = ProcessHandle.of(running.pid())
                .orElseThrow(() -> new IllegalStateException("Porchlight ended as soon as it was ready"));
        return new Live(NAME, process, Starting.loopback(uri.getPort()), new WatchDialect(uri.getAuthority()), last);
    }
}
