package dev.porchlight.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux knows of a process. */
public final class Kernel {
    /** Ticks of /proc/PID/stat a second; the same on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private Kernel() {}

    /** CPU time of all threads so far, in seconds, in user and kernel mode. */
    public static double cpuSeconds(long pid) throws IOException {
        return cpuSeconds(Files.readString(Path.of("/proc/" + pid + "/stat")));
    }

    /** The command's name, in parentheses, may hold spaces; the 14th and 15th field are counted from behind it. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Resident memory in KiB, pages shared with other processes counted whole. */
    public static long residentKiB(long pid) throws IOException {
        return field(Files.readAllLines(Path.of("/proc/" + pid + "/status")), "VmRSS:");
    }

    /** Resident memory in KiB, shared pages counted in proportion. */
    public static long proportionalKiB(long pid) throws IOException {
        return field(Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")), "Pss:");
    }

    static long field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not in " + lines));
    }

    /** Flushes that the machine's disks have completed so far: what a synced write ends with. */
    public static long diskFlushes() throws IOException {
        return Files.readAllLines(Path.of("/proc/diskstats")).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length >= 20)
                .mapToLong(fields -> Long.parseLong(fields[18]))
                .sum();
    }
}
