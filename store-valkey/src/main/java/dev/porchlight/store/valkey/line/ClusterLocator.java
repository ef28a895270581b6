package dev.porchlight.store.valkey.line;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A cluster: of what several of its members say the newest counts, since one that was cut off still tells how it was. */
final class ClusterLocator implements Locator {
    private static final int ASKED = 6;

    private final Dial dial;
    private final List<Address> given;
    private volatile Set<Address> members = Set.of();

    ClusterLocator(Dial dial, List<Address> given) {
        this.dial = dial;
        this.given = given;
    }

    @Override
    public CompletionStage<Layout> locate() {
        return Gathering.of(someMembers().stream().map(this::ask).toList()).thenApply(views -> {
            ClusterView best = views.stream()
                    .max(Comparator.comparing(ClusterView::ok).thenComparingLong(ClusterView::epoch))
                    .orElseThrow();
            members = best.members();
            return best.layout();
        });
    }

    private CompletionStage<ClusterView> ask(Address member) {
        return dial.inquire(
                member,
                commands -> commands.clusterInfo()
                        .thenCombine(commands.clusterSlots(), (info, slots) -> ClusterView.read(member, info, slots)));
    }

    private List<Address> someMembers() {
        Set<Address> all = new LinkedHashSet<>(given);
        all.addAll(members);
        List<Address> some = new ArrayList<>(all);
        Collections.shuffle(some);
        return some.subList(0, Math.min(ASKED, some.size()));
    }

    /** Whether a server is a member of a cluster. */
    static CompletionStage<Boolean> isMember(RedisAsyncCommands<byte[], byte[]> server) {
        return server.info("cluster").thenApply(info -> info.contains("cluster_enabled:1"));
    }
}
