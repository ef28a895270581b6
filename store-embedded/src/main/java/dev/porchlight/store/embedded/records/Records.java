package dev.porchlight.store.embedded.records;

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
import dev.porchlight.rows.records.Memory;
import dev.porchlight.rows.records.RowPorts;
import dev.porchlight.store.embedded.rocks.Database;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.RocksRows;
import dev.porchlight.store.embedded.rocks.Writer;

/** All ports over one database, and the threads that serve them. */
public final class Records implements AutoCloseable {
    private final Readers readers;
    private final Writer writer;
    private final LocalFeed feed = new LocalFeed();
    private final StoredAlarms alarms;
    private final StoredOutbox outbox;
    private final StoredHistory history;
    private final StoredLedger ledger;
    private final RowPorts ports;
    private final StoredArchive archive;

    /** @param cache bytes of heap, roughly, for presences, users and tokens in memory */
    public Records(Database database, long cache) {
        readers = new Readers(database);
        writer = new Writer(database, this::recovered);
        RocksRows rows = new RocksRows(database, writer, readers);
        alarms = new StoredAlarms(rows);
        outbox = new StoredOutbox(rows);
        history = new StoredHistory(rows);
        ledger = new StoredLedger(rows, new CommitParts(alarms, outbox, feed), cache * 5 / 8);
        ports = new RowPorts(rows, new RecordsBeside(ledger, outbox, feed), new Memory(cache / 4, cache / 8, null));
        archive = new StoredArchive(rows, ports.items(), ledger, alarms);
        writer.start();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Feed feed() {
        return feed;
    }

    public Alarms alarms() {
        return alarms;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Deliveries deliveries() {
        return ports.deliveries();
    }

    public DeliveryLog deliveryLog() {
        return ports.deliveryLog();
    }

    public History history() {
        return history;
    }

    public Directory directory() {
        return ports.directory();
    }

    public Authority authority() {
        return ports.authority();
    }

    public Archive archive() {
        return archive;
    }

    /** What was in memory may differ from what a failed write left on disk, and the disk is right. */
    private void recovered() {
        forget();
        ledger.recovered();
        alarms.forget();
        feed.gapForAll();
    }

    private void forget() {
        ledger.forgetAll();
        ports.forget();
    }

    /** Carries out what waits; what comes later is refused, reads from memory too. */
    @Override
    public void close() {
        archive.close();
        writer.close();
        readers.close();
        forget();
    }
}
