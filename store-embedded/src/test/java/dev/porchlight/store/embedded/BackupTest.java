package dev.porchlight.store.embedded;

import static dev.porchlight.store.embedded.Changes.ADA;
import static dev.porchlight.store.embedded.Changes.BOB;
import static dev.porchlight.store.embedded.Changes.NOON;
import static dev.porchlight.store.embedded.Changes.change;
import static dev.porchlight.store.embedded.Changes.revision;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.embedded.folder.FolderException;
import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path temp;

    private EmbeddedStore store;
    private Path backup;
    private Path folder;

    @BeforeEach
    void openWithSomething() {
        store = open(temp.resolve("data"));
        backup = temp.resolve("backups/monday");
        folder = temp.resolve("restored");
        change(store, ADA, NOON);
        change(store, ADA, NOON.plusSeconds(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRestoredBackupIsWhatTheStoreWas() {
        List<Archive.Item> before = everything(store);
        store.backup(backup);
        change(store, ADA, NOON.plusSeconds(2));
        change(store, BOB, NOON);

        EmbeddedStore.restore(backup, folder);

        try (EmbeddedStore restored = open(folder)) {
            assertThat(everything(restored)).isEqualTo(before);
            assertThat(await(restored.alarms().next())).isPresent();
            assertThat(change(restored, ADA, NOON.plusSeconds(3))).isEqualTo(3);
        }
        assertThat(revision(store, ADA)).isEqualTo(3);
    }

    @Test
    void aBackupStaysAsItIsWhileTheStoreAndItsRestoredCopyGoOn() {
        store.backup(backup);
        var before = Bytes.of(backup);
        EmbeddedStore.restore(backup, folder);
        try (EmbeddedStore restored = open(folder)) {
            change(restored, BOB, NOON);
        }
        change(store, BOB, NOON);
        store.close();

        assertThat(Bytes.of(backup)).isEqualTo(before);
        EmbeddedStore.restore(backup, temp.resolve("again"));
    }

    @Test
    void aBackupTakesNoPlaceThatIsTaken() {
        store.backup(backup);
        var before = Bytes.of(temp.resolve("backups"));

        refused(() -> store.backup(backup), Reason.TAKEN, "exists already");
        refused(() -> store.backup(temp.resolve("data/inside")), Reason.TAKEN, "in the data folder");
        assertThat(Bytes.of(temp.resolve("backups"))).isEqualTo(before);
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesNothing() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        refused(() -> store.backup(file.resolve("monday")), Reason.DISK, "Nothing of it is left");
        assertThat(change(store, ADA, NOON.plusSeconds(2))).isEqualTo(3);
    }

    @Test
    void whatACrashLeftOfABackupIsNoHindrance() throws IOException {
        Files.createDirectories(temp.resolve("backups/.monday.partial/rocksdb"));

        store.backup(backup);

        assertThat(temp.resolve("backups")).isDirectoryNotContaining("glob:**partial");
        EmbeddedStore.restore(backup, folder);
    }

    @Test
    void aDamagedBackupIsRefusedWhateverIsDamaged() {
        store.backup(backup);
        int damaged = 0;
        for (Path file : Bytes.files(backup)) {
            if (file.toFile().length() == 0) {
                continue;
            }
            Path copy = temp.resolve("damaged-" + damaged++);
            Bytes.copy(backup, copy);
            Path victim = copy.resolve(backup.relativize(file));
            Bytes.flip(victim, (int) (victim.toFile().length() / 2));
            assertThatThrownBy(() -> EmbeddedStore.restore(copy, folder))
                    .isInstanceOfSatisfying(
                            FolderException.class, e -> assertThat(e.reason()).isIn(Reason.DAMAGED, Reason.NEWER))
                    .hasMessageContaining(copy.toString());
            assertThat(folder)
                    .satisfiesAnyOf(
                            f -> assertThat(f).doesNotExist(),
                            f -> assertThat(f).isEmptyDirectory());
        }
        assertThat(damaged).isGreaterThan(4);
    }

    @Test
    void aBackupWithAMissingFileIsRefused() throws IOException {
        store.backup(backup);
        Files.delete(Bytes.largest(backup, ".*\\.sst"));

        refused(() -> EmbeddedStore.restore(backup, folder), Reason.DAMAGED, "it is missing");
    }

    @Test
    void aChecksumFileThatIsCutOffIsRefused() throws IOException {
        store.backup(backup);
        Path checksums = backup.resolve("checksums.sha256");
        List<String> lines = Files.readAllLines(checksums);
        Files.write(checksums, lines.subList(0, lines.size() - 1));

        refused(() -> EmbeddedStore.restore(backup, folder), Reason.DAMAGED, "it has no checksum");
    }

    @Test
    void onlyABackupIsRestored() throws IOException {
        refused(() -> EmbeddedStore.restore(backup, folder), Reason.MISSING, backup.toString());
        refused(() -> EmbeddedStore.restore(temp.resolve("data"), folder), Reason.FOREIGN, "is no backup");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aChecksumFileCannotNameFilesOutsideOfTheBackup() throws IOException {
        store.backup(backup);
        Files.writeString(temp.resolve("backups/secret"), "secret");
        Files.writeString(backup.resolve("checksums.sha256"), "0".repeat(64) + "  ../secret\n");

        refused(() -> EmbeddedStore.restore(backup, folder), Reason.DAMAGED, "a line that is no checksum");
    }

    @Test
    void aRestoreTakesNoFolderThatHasSomething() throws IOException {
        store.backup(backup);
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("notes.txt"), "mine");
        var before = Bytes.of(folder);

        refused(() -> EmbeddedStore.restore(backup, folder), Reason.TAKEN, "is not empty");
        refused(() -> EmbeddedStore.restore(backup, temp.resolve("data")), Reason.TAKEN, "is not empty");
        assertThat(Bytes.of(folder)).isEqualTo(before);
    }

    @Test
    void anUnfinishedRestoreIsNotOpenedAndCanBeRunAgain() throws IOException {
        store.backup(backup);
        Files.createDirectories(folder.resolve("restore.unfinished/rocksdb"));
        Bytes.copy(backup.resolve("rocksdb"), folder.resolve("rocksdb"));

        refused(() -> open(folder), Reason.DAMAGED, "did not finish");
        EmbeddedStore.restore(backup, folder);
        try (EmbeddedStore restored = open(folder)) {
            assertThat(revision(restored, ADA)).isEqualTo(2);
        }
    }

    private static void refused(Runnable action, Reason reason, String message) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        FolderException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    private static List<Archive.Item> everything(Store store) {
        List<Archive.Item> all = new ArrayList<>();
        store.archive().forEach(all::add);
        return all;
    }

    private static EmbeddedStore open(Path folder) {
        return EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
    }
}
