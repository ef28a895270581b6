package dev.porchlight.store.embedded.records;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.authority.SigningKeys;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.store.embedded.rocks.Database;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Writer;

/** All ports over one database, and the threads that serve them. */
public final class Records implements AutoCloseable {
    private final Readers readers;
    private final Writer writer;
    private final LocalFeed feed = new LocalFeed();
    private final StoredAlarms alarms;
    private final StoredOutbox outbox;
    private final StoredDeliveries deliveries;
    private final StoredDeliveryLog deliveryLog;
    private final StoredHistory history;
    private final StoredLedger ledger;
    private final StoredUsers users;
    private final StoredTokens tokens;
    private final Directory directory;
    private final Authority authority;
    private final StoredArchive archive;

    /** @param cache bytes of heap, roughly, for presences, users and tokens in memory */
    public Records(Database database, long cache) {
        readers = new Readers(database);
        writer = new Writer(database, this::recovered);
        alarms = new StoredAlarms(readers);
        outbox = new StoredOutbox(database, writer, readers);
        deliveries = new StoredDeliveries(writer, readers, outbox);
        deliveryLog = new StoredDeliveryLog(writer, readers);
        history = new StoredHistory(writer, readers);
        ledger = new StoredLedger(database, writer, readers, new CommitParts(alarms, outbox, feed), cache * 5 / 8);
        tokens = new StoredTokens(database, writer, readers, cache / 8);
        UserRemoval removal = new UserRemoval(ledger, outbox, tokens, feed);
        users = new StoredUsers(database, writer, readers, removal, ledger, cache / 4);
        directory = new Listed(
                new StoredAccounts(writer, readers),
                users,
                new StoredApps(writer, readers, tokens),
                tokens,
                new StoredSubscriptions(writer, readers));
        authority = new Kept(
                new StoredGrants(writer, readers, tokens),
                new StoredPasswords(writer, readers),
                new StoredSigningKeys(writer, readers));
        archive = new StoredArchive(database, writer, ledger, alarms);
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
        return deliveries;
    }

    public DeliveryLog deliveryLog() {
        return deliveryLog;
    }

    public History history() {
        return history;
    }

    public Directory directory() {
        return directory;
    }

    public Authority authority() {
        return authority;
    }

    public Archive archive() {
        return archive;
    }

    /** What was in memory may differ from what a failed write left on disk, and the disk is right. */
    private void recovered() {
        forgetAll();
        ledger.recovered();
        alarms.forget();
        deliveries.forget();
        feed.gapForAll();
    }

    private void forgetAll() {
        ledger.forgetAll();
        users.forgetAll();
        tokens.forgetAll();
    }

    /** Carries out what waits; what comes later is refused, reads from memory too. */
    @Override
    public void close() {
        archive.close();
        writer.close();
        readers.close();
        forgetAll();
    }

    private record Listed(Accounts accounts, Users users, Apps apps, Tokens tokens, Subscriptions subscriptions)
            implements Directory {}

    private record Kept(Grants grants, Passwords passwords, SigningKeys signingKeys) implements Authority {}
}
