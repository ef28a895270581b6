package dev.porchlight.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
    @Test
    void cpuTimeIsFoundBehindANameWithSpacesAndParentheses() {
        assertThat(Kernel.cpuSeconds("4711 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0"))
                .isEqualTo(3.0);
    }

    @Test
    void aFieldIsReadInKibibytes() {
        assertThat(Kernel.field(List.of("VmSize:  99 kB", "VmRSS:\t  1234 kB"), "VmRSS:"))
                .isEqualTo(1234);
    }

    @Test
    void thisVeryProcessUsesMemoryAndTime() throws IOException {
        long pid = ProcessHandle.current().pid();

        assertThat(Kernel.residentKiB(pid)).isBetween(10_000L, 100_000_000L);
        assertThat(Kernel.proportionalKiB(pid)).isBetween(10_000L, Kernel.residentKiB(pid) + 10_000);
        assertThat(Kernel.cpuSeconds(pid)).isPositive();
    }
}
