package dev.porchlight.store.embedded;

import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.embedded.folder.DataFolder;
import dev.porchlight.store.embedded.records.Records;
import java.nio.file.Path;

/**
 * The default floor: one process over one folder, on RocksDB. What is acknowledged is on disk. It does not promise to notice
 * that a disk lies about what it has synced.
 */
public final class EmbeddedStore implements Store {
    private final DataFolder folder;
    private final Records records;

    private EmbeddedStore(DataFolder folder, Records records) {
        this.folder = folder;
        this.records = records;
    }

    /**
     * Opens the folder, or makes it where it is absent or empty.
     *
     * @throws FolderException when it cannot be used; it is then left as it was
     */
    public static EmbeddedStore open(Path folder, StoreOptions options) {
        DataFolder opened = DataFolder.open(folder.toAbsolutePath(), options.nativeBytes(), DataFolder.MIGRATIONS);
        return new EmbeddedStore(opened, new Records(opened.database(), options.cacheBytes()));
    }

    @Override
    public Ledger ledger() {
        return records.ledger();
    }

    @Override
    public Feed feed() {
        return records.feed();
    }

    @Override
    public Alarms alarms() {
        return records.alarms();
    }

    @Override
    public Outbox outbox() {
        return records.outbox();
    }

    @Override
    public History history() {
        return records.history();
    }

    @Override
    public Directory directory() {
        return records.directory();
    }

    @Override
    public Archive archive() {
        return records.archive();
    }

    @Override
    public void close() {
        records.close();
        folder.close();
    }
}
