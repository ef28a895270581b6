package dev.porchlight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.server.archive.ArchiveWriter;
import dev.porchlight.server.archive.World;
import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {
    @TempDir
    private Path home;

    private Path file;
    private Path data;

    @BeforeEach
    void export() throws IOException {
        file = home.resolve("all.jsonl");
        data = home.resolve("data");
        try (OutputStream out = Files.newOutputStream(file)) {
            ArchiveWriter.write(World.filled().archive(), Instant.EPOCH, out);
        }
    }

    @Test
    void anImportedFolderHoldsWhatWasExported() {
        Offline.load(file, data, line -> {});

        List<Object> expected = new ArrayList<>();
        World.filled().archive().forEach(expected::add);
        try (EmbeddedStore store = EmbeddedStore.open(data, StoreOptions.DEFAULTS)) {
            List<Object> found = new ArrayList<>();
            store.archive().forEach(found::add);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void anEmptyFolderIsTakenAndProgressIsTold() throws IOException {
        Files.createDirectory(data);
        List<Long> lines = new ArrayList<>();

        Offline.load(file, data, lines::add);

        assertThat(lines).containsExactly(20L);
    }

    @Test
    void ofACutFileNothingIsLeft() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, 6));

        assertThatThrownBy(() -> Offline.load(file, data, line -> {}))
                .isInstanceOf(StartException.class)
                .hasMessage(file + ": Line 7: the file was cut: its end is missing. Nothing was imported.");
        assertOnlyTheFileIsThere();
    }

    @Test
    void whatTheStoreRefusesLeavesNothing() throws IOException {
        // Two users of one address, in an export that is whole in itself.
        try (OutputStream out = Files.newOutputStream(file)) {
            ArchiveWriter.write(World.twins(), Instant.EPOCH, out);
        }

        assertThatThrownBy(() -> Offline.load(file, data, line -> {}))
                .hasMessage(file + ": Line 4: the store answers EMAIL_TAKEN. Nothing was imported.");
        assertOnlyTheFileIsThere();
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve("cat.txt"), "meow");

        assertThatThrownBy(() -> Offline.load(file, data, line -> {}))
                .hasMessageContaining("the folder " + data + " is not empty (expected: a new or empty one)");
        assertThat(data.resolve("cat.txt")).hasContent("meow");
    }

    @Test
    void whatIsNoBackupIsNotRestored() {
        assertThatThrownBy(() -> Offline.restore(home.resolve("nothing"), data))
                .isInstanceOf(StartException.class)
                .hasMessage("There is no backup " + home.resolve("nothing") + " (expected: a folder).");
        assertThat(data).doesNotExist();
    }

    private void assertOnlyTheFileIsThere() throws IOException {
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).containsExactly(file);
        }
    }
}
