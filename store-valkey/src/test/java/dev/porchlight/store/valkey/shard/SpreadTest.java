package dev.porchlight.store.valkey.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.rows.Keys;
import io.lettuce.core.cluster.SlotHash;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    private final Spread spread = new Spread("pl");

    @Test
    void usersAreSpreadOverAllShardsAboutTheSame() {
        Map<Integer, Long> counts = IntStream.range(0, 102_400)
                .mapToObj(i ->
                        spread.of(Keys.user(new UserKey("acme", "user-" + i))).number())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts).hasSize(1024);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(50L, 160L));
    }

    @Test
    void aUserLiesWhereItLayInEveryReleaseBefore() {
        assertThat(spread.of(Keys.user(new UserKey("acme", "ada"))).number()).isEqualTo(882);
    }

    @Test
    void allKeysOfAUserLieInOneSlot() {
        byte[] user = Keys.user(new UserKey("a}{b", "c{1}"));
        Shard shard = spread.of(user);

        assertThat(List.of(
                        shard.presences(),
                        shard.due(),
                        shard.out(),
                        shard.held(),
                        shard.readings(),
                        shard.history(user),
                        shard.channel(user)))
                .allSatisfy(key -> assertThat(SlotHash.getSlot(key)).isEqualTo(shard.slot()));
    }
}
