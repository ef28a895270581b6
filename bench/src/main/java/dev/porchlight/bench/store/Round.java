package dev.porchlight.bench.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a round of commits came to. */
final class Round {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long start = System.nanoTime();
    private final long processorStart = PROCESS.getProcessCpuTime();
    private final long end;
    private long[] nanos = new long[1 << 20];
    private int commits;
    private int losses;
    private double seconds;
    private double processorMicros;

    /** @param end when no more begin, by {@link System#nanoTime} */
    Round(long end) {
        this.end = end;
    }

    long end() {
        return end;
    }

    void committed(long took) {
        if (commits == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * commits);
        }
        nanos[commits++] = took;
    }

    /** A race that somebody else won. */
    void lost() {
        losses++;
    }

    Round ended() {
        seconds = (System.nanoTime() - start) / 1e9;
        processorMicros = (PROCESS.getProcessCpuTime() - processorStart) / 1e3;
        Arrays.sort(nanos, 0, commits);
        return this;
    }

    @Override
    public String toString() {
        return String.format(
                "%,8.0f commits/s  p50 %5.2f ms  p99 %5.2f ms  %5.1f µs CPU each  %d lost  %d MiB resident",
                commits / seconds, at(0.5), at(0.99), processorMicros / commits, losses, residentMebibytes());
    }

    private double at(double share) {
        return nanos[(int) (share * (commits - 1))] / 1e6;
    }

    private static long residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
