package dev.porchlight.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.store.embedded.folder.FolderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process of 64 writers with SIGKILL again and again; {@code -Dporchlight.kills=50} for more rounds. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("porchlight.kills", 3);

    @TempDir
    private Path folder;

    private final Map<UserKey, Long> acknowledged = new HashMap<>();
    private int lines;

    @Test
    void everyAcknowledgedUpdateOutlivesAKillAndNoneIsHalfThere() throws IOException {
        long seed = Long.getLong("porchlight.seed", System.nanoTime());
        System.out.println("CrashTest: " + KILLS + " kills, -Dporchlight.seed=" + seed);
        Random random = new Random(seed);
        Agreement agreement = new Agreement();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = lines;
            writeAndKill(random.nextLong(1_000_000), 200 + random.nextInt(4_000));
            assertThat(lines).isGreaterThan(before);
            try (EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.DEFAULTS)) {
                agreement.check(store, acknowledged);
            }
        }
    }

    @Test
    void anotherProcessIsToldWhoHasTheFolder() throws IOException {
        Process writers = start(1);
        try (BufferedReader out = writers.inputReader()) {
            assertThat(out.readLine()).isNotNull();
            assertThatThrownBy(() -> EmbeddedStore.open(folder, StoreOptions.DEFAULTS))
                    .isInstanceOf(FolderException.class)
                    .hasMessageContaining("in use by another Porchlight (process " + writers.pid() + ")");
        } finally {
            writers.destroyForcibly();
            writers.onExit().join();
        }
        EmbeddedStore.open(folder, StoreOptions.DEFAULTS).close();
    }

    private Process start(long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriters.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void writeAndKill(long seed, int killAfter) throws IOException {
        Process writers = start(seed);
        int killAt = lines + killAfter;
        try (BufferedReader out = writers.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                note(line);
                if (lines == killAt) {
                    // By its handle: the process itself would close the stream, and lines be lost that were told.
                    writers.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writers.onExit().join().exitValue())
                .as("exit code of SIGKILL")
                .isEqualTo(128 + 9);
    }

    /** The last line may be cut off by the kill; then it was not told. */
    private void note(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2 && !parts[1].isEmpty()) {
            lines++;
            acknowledged.merge(new UserKey("acme", parts[0]), Long.parseLong(parts[1]), Math::max);
        }
    }
}
