package dev.porchlight.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A flight recording of a server: CPU time, allocation and pauses. Costs the server a few per cent of its speed. */
public record Recording(Path file) {

    /** What the server's JVM is to be started with. */
    public List<String> options() {
        return List.of(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-XX:StartFlightRecording:name=bench,settings=none,maxsize=1g,+jdk.CPUTimeSample#enabled=true,"
                        + "+jdk.CPUTimeSample#throttle=5ms,+jdk.ObjectAllocationSample#enabled=true,"
                        + "+jdk.GarbageCollection#enabled=true");
    }

    /** Has the server write down what it has recorded so far. */
    public void dump(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int exit = new ProcessBuilder(jcmd, String.valueOf(pid), "JFR.dump", "name=bench", "filename=" + file)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("jcmd " + pid + " JFR.dump ended with " + exit);
        }
    }

    /** Prints where the time went. */
    public void print() throws IOException {
        System.out.println(Profile.read(file).show());
    }
}
