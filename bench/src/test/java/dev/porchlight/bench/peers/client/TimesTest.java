package dev.porchlight.bench.peers.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void ofAThousandAndMoreTheShareIsFound() {
        Times times = new Times();
        for (int i = 2_000; i > 0; i--) {
            times.add(i * 1_000_000L);
        }

        assertThat(times.size()).isEqualTo(2_000);
        assertThat(times.millis(0.5)).isEqualTo(1_000);
        assertThat(times.millis(0.99)).isEqualTo(1_980);
        assertThat(times.millis(1)).isEqualTo(2_000);
    }

    @Test
    void ofFiftyTheNinetyNinthHundredthIsTheLongest() {
        Times times = new Times();
        for (int i = 1; i <= 50; i++) {
            times.add(i * 1_000_000L);
        }

        assertThat(times.millis(0.99)).isEqualTo(50);
    }

    @Test
    void ofNoneThereIsNoShare() {
        assertThatIllegalStateException().isThrownBy(() -> new Times().millis(0.5));
    }
}
