package dev.porchlight.store.embedded;

import static dev.porchlight.store.embedded.Changes.ADA;
import static dev.porchlight.store.embedded.Changes.NOON;
import static dev.porchlight.store.embedded.Changes.change;
import static dev.porchlight.store.embedded.Changes.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.store.embedded.folder.FolderException;
import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log after a crash. What a power cut can leave at its end was never acknowledged, and goes; damage before the end is an
 * error and never a silent loss.
 */
class LogTest {
    private static final int COMMITS = 300;
    private static final String LOG = ".*\\.log";

    @TempDir
    private Path temp;

    private Path crashed;
    private int copies;

    /** What is on disk while a store is open is what a crash leaves: every acknowledged commit is in the log. */
    @BeforeEach
    void crash() {
        crashed = temp.resolve("crashed");
        try (EmbeddedStore store = open(temp.resolve("data"))) {
            for (int i = 0; i < COMMITS; i++) {
                change(store, ADA, NOON.plusSeconds(i));
            }
            Bytes.copy(temp.resolve("data"), crashed);
        }
    }

    @Test
    void anUntouchedLogHasAll() {
        assertThat(revisionIn(crashed)).isEqualTo(COMMITS);
    }

    @Test
    void aLogCutOffAnywhereHasAllUpToThere() {
        int size = (int) log(crashed).toFile().length();
        long before = COMMITS;
        for (int cut = 1; cut < size; cut += 1 + size / 23) {
            Path copy = copy();
            Bytes.truncate(log(copy), size - cut);
            long revision = revisionIn(copy);
            assertThat(revision).as("%d of %d bytes cut off", cut, size).isBetween(0L, before);
            before = revision;
        }
        assertThat(before).isLessThan(COMMITS / 4);
    }

    @Test
    void roomThatWasReservedBehindTheLogIsNoDamage() throws IOException {
        Files.write(log(crashed), new byte[70_000], StandardOpenOption.APPEND);

        assertThat(revisionIn(crashed)).isEqualTo(COMMITS);
    }

    @Test
    void damageInTheLogIsToldAndNotLostSilently() {
        int size = (int) log(crashed).toFile().length();
        for (int position = 20; position < size; position += 1 + size / 17) {
            Path copy = copy();
            Bytes.flip(log(copy), position);
            assertDamaged(copy);
        }
    }

    @Test
    void aLogThatIsMissingIsDamage() throws IOException {
        Files.delete(log(crashed));

        assertDamaged(crashed);
    }

    @Test
    void anOlderLogThatIsMissingIsDamage() throws IOException {
        Path many = temp.resolve("many");
        try (EmbeddedStore store = EmbeddedStore.open(many, new StoreOptions(1 << 20, 16 << 20))) {
            for (int i = 0; logs(many).size() < 3; i++) {
                change(store, ADA, NOON.plusSeconds(i));
            }
            Bytes.copy(many, temp.resolve("many-crashed"));
        }
        Path copy = temp.resolve("many-crashed");
        List<Path> logs = logs(copy);
        Files.delete(logs.get(logs.size() - 2));

        assertDamaged(copy);
    }

    private static List<Path> logs(Path folder) {
        return Bytes.files(folder).stream()
                .filter(file -> file.toString().endsWith(".log"))
                .sorted()
                .toList();
    }

    private void assertDamaged(Path folder) {
        Map<String, String> before = Bytes.of(folder);

        assertThatThrownBy(() -> open(folder))
                .isInstanceOfSatisfying(
                        FolderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                .hasMessageContaining(folder.toString());
        assertThat(Bytes.of(folder)).isEqualTo(before);
    }

    private Path copy() {
        Path copy = temp.resolve("copy-" + copies++);
        Bytes.copy(crashed, copy);
        return copy;
    }

    private static Path log(Path folder) {
        return Bytes.largest(folder, LOG);
    }

    private static long revisionIn(Path folder) {
        try (EmbeddedStore store = open(folder)) {
            return revision(store, ADA);
        }
    }

    private static EmbeddedStore open(Path folder) {
        return EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
    }
}
