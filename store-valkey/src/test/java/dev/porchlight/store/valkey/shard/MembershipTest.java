package dev.porchlight.store.valkey.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.Polling;
import dev.porchlight.testkit.valkey.TestValkey;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MembershipTest {
    private static final Membership.Pace PATIENT = new Membership.Pace(Duration.ofMillis(20), Duration.ofHours(1));

    private final String prefix = TestValkey.prefix();
    private final Lines lines =
            Lines.open(new ValkeyOptions(TestValkey.uris(), prefix, 0, ValkeyOptions.PATIENCE), "test");
    private final Spread spread = new Spread(prefix);

    @AfterEach
    void hangUp() {
        lines.close();
    }

    @Test
    void aNodeOwnsEverythingUntilItKnowsOfAnother() {
        Membership alone = new Membership(lines, prefix, "a", PATIENT);

        assertThat(spread.all()).allMatch(alone::owns);
        assertThat(alone.owns("subscription")).isTrue();
        alone.close();
    }

    @Test
    void nodesThatMeetShareAndOneThatLeavesLeavesAtOnce() {
        Membership a = joined("a");
        Membership b = joined("b");
        know(a, List.of("a", "b"));
        know(b, List.of("a", "b"));

        assertThat(spread.all()).allMatch(shard -> a.owns(shard) != b.owns(shard));
        assertThat(IntStream.range(0, 100).mapToObj(i -> "subscription-" + i))
                .allMatch(subscription -> a.owns(subscription) != b.owns(subscription));

        b.close();
        know(a, List.of("a"));
        assertThat(spread.all()).allMatch(a::owns);
        a.close();
    }

    @Test
    void whoCannotBeToldGoesByWhatItKnew() {
        Membership a = joined("a");
        Membership b = joined("b");
        know(a, List.of("a", "b"));

        lines.close();

        assertThat(a.nodes()).containsExactly("a", "b");
        a.close();
        b.close();
        assertThat(a.nodes()).containsExactly("a", "b");
    }

    private Membership joined(String node) {
        Membership membership = new Membership(lines, prefix, node, PATIENT);
        membership.start();
        return membership;
    }

    private static void know(Membership membership, List<String> nodes) {
        Polling.until(
                nodes + " are known",
                () -> membership.nodes().toString(),
                () -> nodes.equals(List.copyOf(membership.nodes())));
    }
}
