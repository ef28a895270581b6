package dev.porchlight.store.valkey.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RendezvousTest {
    private static final List<String> THINGS =
            IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
    private static final List<String> NODES = List.of("node-a", "node-b", "node-c", "node-d", "node-e");

    @Test
    void eachThingHasOneOwner() {
        assertThat(THINGS).allSatisfy(thing -> assertThat(owners(NODES, thing)).hasSize(1));
    }

    @Test
    void whoIsAloneOwnsEverything() {
        assertThat(THINGS).allMatch(thing -> Rendezvous.isFirst("node-a", List.of("node-a"), thing));
    }

    @Test
    void eachNodeHasAboutTheSame() {
        for (String node : NODES) {
            assertThat(THINGS.stream().filter(thing -> Rendezvous.isFirst(node, NODES, thing)))
                    .hasSizeBetween(1_850, 2_150);
        }
    }

    @Test
    void aNodeThatLeavesMovesNothingButItsOwn() {
        List<String> left = new ArrayList<>(NODES);
        left.remove("node-c");

        for (String thing : THINGS) {
            List<String> before = owners(NODES, thing);
            if (!before.contains("node-c")) {
                assertThat(owners(left, thing)).isEqualTo(before);
            }
        }
    }

    private static List<String> owners(List<String> nodes, String thing) {
        return nodes.stream()
                .filter(node -> Rendezvous.isFirst(node, nodes, thing))
                .toList();
    }
}
