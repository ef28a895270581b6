package dev.porchlight.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The kernel's copies of files in memory. Dropping them makes a start a cold one. */
public final class PageCache {
    private PageCache() {}

    /**
     * Drops everything where the machine permits it, else the files under these paths, which needs no rights but leaves
     * what a running process has mapped. Answers which of the two, for the report.
     */
    public static String drop(List<Path> paths) throws IOException, InterruptedException {
        if (run("sync && echo 3 > /proc/sys/vm/drop_caches")) {
            return "the whole page cache dropped";
        }
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    run("dd if='" + file + "' iflag=nocache count=0");
                }
            }
        }
        return "the page cache of data, jars and JDK dropped file by file (the whole: not permitted)";
    }

    private static boolean run(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
