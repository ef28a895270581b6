package dev.porchlight.store.embedded;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.embedded.folder.DataFolder;
import dev.porchlight.store.embedded.folder.FolderException;
import dev.porchlight.store.embedded.folder.Restore;
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

    /**
     * Makes a data folder of a backup.
     *
     * @param folder absent or empty
     * @throws FolderException when the backup is damaged or the folder cannot be used; nothing is then restored
     */
    public static void restore(Path backup, Path folder) {
        Restore.run(backup.toAbsolutePath(), folder.toAbsolutePath(), DataFolder.MIGRATIONS.size() + 1);
    }

    /**
     * Writes a backup while the store goes on: all as of one moment, what was acknowledged before the call included. Blocks
     * while it writes and sums up the files, so never call it on an event loop.
     *
     * @param target must not exist
     * @throws FolderException when it cannot be written; nothing of it is then left
     */
    public void backup(Path target) {
        folder.backup(target);
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
    public Deliveries deliveries() {
        return records.deliveries();
    }

    @Override
    public DeliveryLog deliveryLog() {
        return records.deliveryLog();
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
    public Authority authority() {
        return records.authority();
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
