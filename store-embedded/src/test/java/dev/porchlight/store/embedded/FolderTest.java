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
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that cannot be used: each is told what it is and what to do, and is left byte for byte as it was. */
class FolderTest {
    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void fill() {
        folder = temp.resolve("data");
        try (EmbeddedStore store = open()) {
            change(store, ADA, NOON);
        }
    }

    @Test
    void anAbsentFolderIsMadeWithItsParents() {
        folder = temp.resolve("a/b/c");

        try (EmbeddedStore store = open()) {
            assertThat(change(store, ADA, NOON)).isEqualTo(1);
        }
    }

    @Test
    void whatACrashLeftOfAFirstStartIsNoHindrance() throws IOException {
        folder = temp.resolve("half");
        Files.createDirectories(folder.resolve("rocksdb"));
        Files.writeString(folder.resolve("rocksdb/CURRENT"), "MANIFEST-0000");
        Files.writeString(folder.resolve("porchlight-store"), "Porchlight store, format 1 (being made)\n");

        try (EmbeddedStore store = open()) {
            change(store, ADA, NOON);
        }
        try (EmbeddedStore store = open()) {
            assertThat(revision(store, ADA)).isEqualTo(1);
        }
    }

    @Test
    void oneProcessAtATime() {
        try (EmbeddedStore store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            FolderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE))
                    .hasMessageContaining("in use by another Porchlight (process "
                            + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("--data");
            assertThat(change(store, ADA, NOON.plusSeconds(1))).isEqualTo(2);
        }
        try (EmbeddedStore store = open()) {
            assertThat(revision(store, ADA)).isEqualTo(2);
        }
    }

    @Test
    void aNewerFormatIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("porchlight-store"), "Porchlight store, format 7\n");

        refused(Reason.NEWER, "has format 7, this Porchlight knows formats up to 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "Porchlight store, format 0\n", "Porchlight store, format 99999999999\n"})
    void aFormatFileThatIsNoneIsDamage(String content) throws IOException {
        Files.writeString(folder.resolve("porchlight-store"), content);

        refused(Reason.DAMAGED, "format");
    }

    @Test
    void aFolderOfSomethingElseIsNotTouched() throws IOException {
        folder = temp.resolve("photos");
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("cat.jpg"), "meow");

        refused(Reason.FOREIGN, "holds no Porchlight data");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        folder = Files.writeString(temp.resolve("file"), "text");

        refused(Reason.READ_ONLY, "cannot be made");
    }

    @Test
    void aMissingDatabaseIsDamageAndNotAnEmptyStore() throws IOException {
        for (Path file : Bytes.files(folder.resolve("rocksdb"))) {
            Files.delete(file);
        }
        refused(Reason.DAMAGED, "Restore a backup");
        Files.delete(folder.resolve("rocksdb"));
        refused(Reason.DAMAGED, "Restore a backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CURRENT", "MANIFEST-.*", ".*\\.sst"})
    void aFileThatIsCutOffIsDamage(String name) {
        damaged(name, file -> Bytes.truncate(file, (int) (file.toFile().length() / 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CURRENT", "MANIFEST-.*", ".*\\.sst"})
    void aFileThatIsMissingIsDamage(String name) {
        damaged(name, file -> assertThat(file.toFile().delete()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CURRENT", "MANIFEST-.*", ".*\\.sst"})
    void aFileOfGarbageIsDamage(String name) {
        damaged(name, file -> {
            for (int i = 0; i < file.toFile().length(); i++) {
                Bytes.flip(file, i);
            }
        });
    }

    /** A young folder has all its tables' names in a manifest that RocksDB opens as empty when it ends early enough. */
    @Test
    void aManifestThatIsCutOffAnywhereIsDamage() throws IOException {
        Path manifest = Bytes.largest(folder.resolve("rocksdb"), "MANIFEST-.*");
        byte[] whole = Files.readAllBytes(manifest);
        for (int length = 0; length < whole.length; length++) {
            Files.write(manifest, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::open)
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOfSatisfying(
                            FolderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                    .hasMessageContaining(manifest.getFileName().toString());
        }
        Files.write(manifest, whole);
        try (EmbeddedStore store = open()) {
            assertThat(revision(store, ADA)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage\n", "\n", "CURRENT 1 2\n"})
    void aSealThatIsNoneIsDamage(String content) throws IOException {
        Files.writeString(folder.resolve("sealed"), content);

        refused(Reason.DAMAGED, "Restore a backup");
    }

    @Test
    void whileAFolderIsInUseItHasNoSeal() {
        assertThat(folder.resolve("sealed")).exists();
        try (EmbeddedStore store = open()) {
            assertThat(folder.resolve("sealed")).doesNotExist();
            change(store, ADA, NOON.plusSeconds(1));
        }
        assertThat(folder.resolve("sealed")).exists();
    }

    private void damaged(String name, Consumer<Path> damage) {
        damage.accept(Bytes.largest(folder.resolve("rocksdb"), name));

        refused(Reason.DAMAGED, "Restore a backup");
    }

    private void refused(Reason reason, String message) {
        Map<String, String> before = Bytes.of(folder);

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        FolderException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(message);

        assertThat(Bytes.of(folder)).isEqualTo(before);
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
    }
}
