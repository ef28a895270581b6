package dev.porchlight.store.embedded;

import static dev.porchlight.store.embedded.Changes.ADA;
import static dev.porchlight.store.embedded.Changes.NOON;
import static dev.porchlight.store.embedded.Changes.change;
import static dev.porchlight.store.embedded.Changes.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.embedded.folder.FolderException;
import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or read-only. */
class DiskTest {
    private static final StoreOptions SMALL = new StoreOptions(1 << 20, 16 << 20);
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path temp;

    private SmallDisk disk;
    private Path folder;
    private final Map<UserKey, Long> acknowledged = new HashMap<>();

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount(Files.createDirectory(temp.resolve("disk")), 40);
        folder = disk.path().resolve("data");
    }

    @AfterEach
    void unmount() {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aReadOnlyFolderIsToldAndWorksAgainWhenItIsWritable() {
        try (EmbeddedStore store = open()) {
            change(store, ADA, NOON);
        }
        Map<String, String> before = Bytes.of(folder);
        disk.readOnly(true);

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        FolderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.READ_ONLY))
                .hasMessageContaining(folder + " is read-only");
        assertThatThrownBy(() -> EmbeddedStore.open(disk.path().resolve("other"), SMALL))
                .hasMessageContaining("cannot be made");

        disk.readOnly(false);
        assertThat(Bytes.of(folder)).isEqualTo(before);
        try (EmbeddedStore store = open()) {
            assertThat(revision(store, ADA)).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskRefusesCommitsKeepsReadingAndRecoversByItself() throws IOException {
        Path ballast = Files.write(disk.path().resolve("ballast"), new byte[28 * MEBIBYTE]);
        try (EmbeddedStore store = open()) {
            commitUntilRefused(store);
            Map<UserKey, Long> whenFull = Map.copyOf(acknowledged);

            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> change(store, ADA, NOON))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining(folder.toString());
            }
            assertThat(revision(store, ADA)).isZero();
            whenFull.forEach((user, revision) ->
                    assertThat(revision(store, user)).as(user.user()).isEqualTo(revision));

            Files.delete(ballast);
            assertThat(change(store, ADA, NOON)).isEqualTo(1);
            acknowledged.put(ADA, 1L);
            whenFull.keySet().forEach(user -> acknowledged.put(user, change(store, user, NOON.plusSeconds(1))));
        }
        try (EmbeddedStore store = open()) {
            new Agreement().check(store, acknowledged);
        }
    }

    @Test
    void aStartOnAFullDiskIsRefusedAndHarmsNothing() throws IOException {
        try (EmbeddedStore store = open()) {
            acknowledged.put(ADA, change(store, ADA, NOON));
        }
        Path ballast = disk.path().resolve("ballast");
        fill(ballast);

        assertThatThrownBy(this::open).isInstanceOf(FolderException.class).hasMessageContaining(folder.toString());

        Files.delete(ballast);
        try (EmbeddedStore store = open()) {
            new Agreement().check(store, acknowledged);
        }
    }

    private void commitUntilRefused(EmbeddedStore store) {
        Random random = new Random(7);
        try {
            while (true) {
                UserKey user = new UserKey("acme", "user-" + random.nextInt(500));
                acknowledged.put(user, change(store, user, NOON));
            }
        } catch (StoreUnavailableException e) {
            assertThat(e).hasMessageContaining("cannot write to").hasMessageContaining("no restart is needed");
        }
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(folder, SMALL);
    }
}
