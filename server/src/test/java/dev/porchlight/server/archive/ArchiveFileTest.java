package dev.porchlight.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.server.archive.Counts.Kind;
import dev.porchlight.store.memory.MemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFileTest {
    private static final Instant AT = Instant.parse("2026-03-27T04:00:00.123456Z");

    private static final Counts COUNTS = new Counts(Map.of(
            Kind.ACCOUNTS,
            2L,
            Kind.USERS,
            3L,
            Kind.APPS,
            2L,
            Kind.TOKENS,
            2L,
            Kind.PRESENCES,
            2L,
            Kind.EVENTS,
            2L,
            Kind.READINGS,
            1L,
            Kind.PASSWORDS,
            1L,
            Kind.GRANTS,
            3L,
            Kind.SUBSCRIPTIONS,
            1L));

    @TempDir
    private Path folder;

    private Path path;
    private List<String> lines = List.of();

    @BeforeEach
    void export() {
        path = folder.resolve("export.jsonl");
        lines = exported(World.filled()).lines().toList();
    }

    @Test
    void whatIsExportedIsThereAfterAnImportToTheLastBit() throws IOException {
        write(lines);
        MemoryStore other = new MemoryStore();

        Counts counts = new ArchiveFile(path).load(other.archive(), line -> {});

        assertThat(items(other)).isEqualTo(items(World.filled()));
        assertThat(counts).isEqualTo(new ArchiveFile(path).check()).isEqualTo(COUNTS);
    }

    @Test
    void anExportOfAnImportIsTheSameFile() throws IOException {
        write(lines);
        MemoryStore other = new MemoryStore();

        new ArchiveFile(path).load(other.archive(), line -> {});

        assertThat(exported(other).lines()).isEqualTo(lines);
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() throws IOException {
        byte[] whole = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            InputStream cut = new ByteArrayInputStream(whole, 0, length);

            assertThatThrownBy(() -> ArchiveReader.read(cut, (line, item) -> {}))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageStartingWith("Line ");
        }
    }

    @Test
    void aFileWithAByteChangedIsRefused() throws IOException {
        byte[] whole = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at += 5) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;

            assertThatThrownBy(() -> ArchiveReader.read(new ByteArrayInputStream(changed), (line, item) -> {}))
                    .as("byte %d of %d", at, whole.length)
                    .isInstanceOf(ArchiveException.class);
        }
    }

    @Test
    void aCutFileSaysSoWithTheLineThatIsMissing() throws IOException {
        write(lines.subList(0, 5));

        assertThatThrownBy(() -> new ArchiveFile(path).check())
                .hasMessage("Line 6: the file was cut: its end is missing");
    }

    @Test
    void aRemovedLineIsNoticed() throws IOException {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(3);
        write(fewer);

        assertThatThrownBy(() -> new ArchiveFile(path).check())
                .hasMessageContaining("the file was changed: it holds 2 accounts, 2 users,")
                .hasMessageContaining("(expected: 2 accounts, 3 users,");
    }

    @Test
    void whatFollowsTheEndIsNoticed() throws IOException {
        List<String> more = new ArrayList<>(lines);
        more.add(lines.get(1));
        write(more);

        assertThatThrownBy(() -> new ArchiveFile(path).check())
                .hasMessageEndingWith("lines after the end of the export");
    }

    @Test
    void somethingElseIsRefusedAtItsFirstLine() throws IOException {
        write(List.of("{\"name\":\"Porchlight\"}"));
        assertThatThrownBy(() -> new ArchiveFile(path).check())
                .hasMessageStartingWith("Line 1: not an export of Porchlight");

        write(List.of("id,email"));
        assertThatThrownBy(() -> new ArchiveFile(path).check()).hasMessageStartingWith("Line 1: ");
    }

    @Test
    void anotherFormatIsRefusedByItsNumber() throws IOException {
        write(List.of(lines.getFirst().replace("\"format\":1", "\"format\":2")));

        assertThatThrownBy(() -> new ArchiveFile(path).check())
                .hasMessageStartingWith("Line 1: format: 2 (expected: 1;");
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        Files.writeString(path, "x".repeat(LineReader.MAX_BYTES + 1));

        assertThatThrownBy(() -> new ArchiveFile(path).check()).hasMessage("Line 1: longer than any line of an export");
    }

    @Test
    void whatAStoreDoesNotTakeIsNamedByItsLine() throws IOException {
        write(lines);
        MemoryStore filled = World.filled();

        assertThatThrownBy(() -> new ArchiveFile(path).load(filled.archive(), line -> {}))
                .hasMessage("Line 2: the store answers ID_TAKEN");
    }

    private static String exported(MemoryStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter.write(store.archive(), AT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Item> items(MemoryStore store) {
        List<Item> items = new ArrayList<>();
        store.archive().forEach(items::add);
        return items;
    }

    private void write(List<String> text) throws IOException {
        Files.writeString(path, String.join("\n", text) + "\n");
    }
}
