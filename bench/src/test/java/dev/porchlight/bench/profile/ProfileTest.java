package dev.porchlight.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void aRecordingIsReadByMethodAndThread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("test.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.CPUTimeSample").with("throttle", "1ms");
            recording.start();
            assertThat(work(Duration.ofMillis(300))).isPositive();
            recording.dump(file);
        }

        assertThat(Profile.read(file).show())
                .contains("CPU by method", "CPU by thread", "ProfileTest.work", "ms of pauses");
    }

    /** Keeps this thread at work until it has used so much CPU time. */
    private static long work(Duration time) {
        long end = THREADS.getCurrentThreadCpuTime() + time.toNanos();
        long mixed = 1;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < 100_000; i++) {
                mixed = mixed * 6364136223846793005L + 1442695040888963407L;
            }
        }
        return mixed >>> 1 | 1;
    }
}
