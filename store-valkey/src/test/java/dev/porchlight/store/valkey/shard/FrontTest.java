package dev.porchlight.store.valkey.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrontTest {

    @Test
    void theFirstOfAllShardsAreInOrder() {
        assertThat(merged(List.of(whole(2, 5), whole(1, 9), whole()))).containsExactly(1, 2, 5, 9);
    }

    @Test
    void nothingComesAfterWhatMayBeTheLastThatIsKnown() {
        assertThat(merged(List.of(new Front<>(List.of(2, 5), true), whole(1, 6))))
                .containsExactly(1, 2, 5);
        assertThat(merged(List.of(new Front<>(List.of(7, 8), true), new Front<>(List.of(1, 3), true))))
                .containsExactly(1, 3);
    }

    @Test
    void aShareIsEnoughForMostAndNeverMoreThanAskedFor() {
        assertThat(Front.share(10, 1)).isEqualTo(10);
        assertThat(Front.share(512, 4)).isEqualTo(256);
        assertThat(Front.share(512, 1024)).isEqualTo(16);
    }

    private static List<Integer> merged(List<Front<Integer>> fronts) {
        return Front.merged(fronts, Comparator.naturalOrder());
    }

    private static Front<Integer> whole(Integer... things) {
        return new Front<>(List.of(things), false);
    }
}
