package dev.porchlight.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMiddleOfAnOddNumberIsTheMedian() {
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Spread.of(List.of(8.0, 1.0, 4.0, 2.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void nothingMeasuredHasNoMedian() {
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessage("values: none (expected: at least one)");
    }

    @Test
    void aSpreadShowsLowestAndHighestInParentheses() {
        assertThat(new Spread(53_507.4, 47_494, 69_203).show(0)).isEqualTo("53,507 (47,494–69,203)");
        assertThat(new Spread(0.456, 0.4, 0.5).show(2)).isEqualTo("0.46 (0.40–0.50)");
    }
}
