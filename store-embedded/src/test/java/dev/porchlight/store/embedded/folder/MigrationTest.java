package dev.porchlight.store.embedded.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.rows.Table;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Database;
import dev.porchlight.store.embedded.rocks.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The way from format to format. Most steps are the test's own: they write what they are called, as often as they run. */
class MigrationTest {
    private static final long MEMORY = 16 << 20;
    private static final byte[] NAME = "name".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final List<String> ran = new ArrayList<>();

    @BeforeEach
    void makeFormatOne() {
        try (DataFolder opened = DataFolder.open(folder, MEMORY, List.of())) {
            put(opened.database(), "one");
        }
    }

    @Test
    void eachStepRunsOnceAndInOrder() throws IOException {
        List<Migration> steps = List.of(step("two"), step("three"));

        assertThat(nameIn(steps)).isEqualTo("three");
        assertThat(nameIn(steps)).isEqualTo("three");

        assertThat(ran).containsExactly("two", "three");
        assertThat(Files.readString(folder.resolve("porchlight-store"))).isEqualTo("Porchlight store, format 3\n");
    }

    @Test
    void whatIsMigratedIsNewerForAnOlderPorchlight() {
        nameIn(List.of(step("two")));

        assertThatThrownBy(() -> nameIn(List.of()))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("has format 2, this Porchlight knows formats up to 1");
    }

    @Test
    void aStepThatFailsIsRunAgainByTheNextStart() {
        Migration failing = database -> {
            throw new IllegalStateException("out of luck");
        };

        assertThatThrownBy(() -> nameIn(List.of(step("two"), failing))).hasMessage("out of luck");
        assertThat(nameIn(List.of(step("two"), step("three")))).isEqualTo("three");

        assertThat(ran).containsExactly("two", "three");
    }

    @Test
    void aNewFolderNeedsNoStep() {
        folder = folder.resolve("new");

        nameIn(List.of(step("two")));

        assertThat(ran).isEmpty();
    }

    @Test
    void aFolderOfFormatOneGetsTheTablesOfLaterOnes() throws IOException, RocksDBException {
        lose("reading", "grant", "password", "signing_key", "subscription", "delivery");

        assertThat(nameIn(DataFolder.MIGRATIONS)).isEqualTo("one");
        assertThat(nameIn(DataFolder.MIGRATIONS)).isEqualTo("one");
        assertThat(Files.readString(folder.resolve("porchlight-store"))).isEqualTo("Porchlight store, format 3\n");
    }

    @Test
    void aFolderOfFormatTwoGetsTheTablesOfTheAuthorityAndOfWebhooks() throws IOException, RocksDBException {
        lose("grant", "password", "signing_key", "subscription", "delivery");
        Files.writeString(folder.resolve("porchlight-store"), "Porchlight store, format 2\n");

        assertThat(nameIn(DataFolder.MIGRATIONS)).isEqualTo("one");
        assertThat(Files.readString(folder.resolve("porchlight-store"))).isEqualTo("Porchlight store, format 3\n");
    }

    @Test
    void aFolderWithoutATableOfItsFormatIsDamaged() throws IOException, RocksDBException {
        lose("reading");
        Files.writeString(folder.resolve("porchlight-store"), "Porchlight store, format 3\n");

        assertThatThrownBy(() -> nameIn(DataFolder.MIGRATIONS))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("reading");
    }

    /** As an older Porchlight left it. */
    private void lose(String... tables) throws IOException, RocksDBException {
        String database = folder.resolve("rocksdb").toString();
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        try (Options options = new Options()) {
            RocksDB.listColumnFamilies(options, database)
                    .forEach(name -> families.add(new ColumnFamilyDescriptor(name)));
        }
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (DBOptions options = new DBOptions();
                RocksDB rocks = RocksDB.open(options, database, families, handles)) {
            for (ColumnFamilyHandle handle : handles) {
                if (List.of(tables).contains(new String(handle.getName(), UTF_8))) {
                    rocks.dropColumnFamily(handle);
                }
                handle.close();
            }
        }
        Seal.remove(folder);
    }

    private Migration step(String name) {
        return path -> {
            try (Database database = Database.open(path, MEMORY)) {
                put(database, name);
                ran.add(name);
            } catch (RocksDBException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static void put(Database database, String name) {
        try (Writer writer = new Writer(database, () -> {})) {
            writer.start();
            Change.submit(
                            writer,
                            draft -> {
                                draft.put(Table.META, NAME, name.getBytes(UTF_8));
                                return name;
                            },
                            done -> {})
                    .toCompletableFuture()
                    .join();
        }
    }

    private String nameIn(List<Migration> steps) {
        try (DataFolder opened = DataFolder.open(folder, MEMORY, steps)) {
            byte[] name = opened.database().get(Table.META, NAME);
            return name == null ? "" : new String(name, UTF_8);
        }
    }
}
