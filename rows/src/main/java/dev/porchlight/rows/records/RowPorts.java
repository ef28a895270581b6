package dev.porchlight.rows.records;

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
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.rows.Rows;

/** All ports that are kept in rows, over one store's tables. */
public final class RowPorts {
    private final StoredTokens tokens;
    private final StoredUsers users;
    private final StoredDeliveries deliveries;
    private final DeliveryLog deliveryLog;
    private final Directory directory;
    private final Authority authority;
    private final RowItems items;

    public RowPorts(Rows rows, Beside beside, Memory memory) {
        tokens = new StoredTokens(rows, memory);
        users = new StoredUsers(rows, beside, tokens, memory);
        deliveries = new StoredDeliveries(rows, beside, memory);
        deliveryLog = new StoredDeliveryLog(rows);
        directory = new Listed(
                new StoredAccounts(rows), users, new StoredApps(rows, tokens), tokens, new StoredSubscriptions(rows));
        authority = new Kept(new StoredGrants(rows, tokens), new StoredPasswords(rows), new StoredSigningKeys(rows));
        items = new RowItems(beside);
    }

    public Directory directory() {
        return directory;
    }

    public Authority authority() {
        return authority;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public DeliveryLog deliveryLog() {
        return deliveryLog;
    }

    public RowItems items() {
        return items;
    }

    /** After the tables may have changed in a way of which nobody told, and when nothing is to be answered any more. */
    public void forget() {
        users.forgetAll();
        tokens.forgetAll();
        deliveries.forget();
    }

    private record Listed(Accounts accounts, Users users, Apps apps, Tokens tokens, Subscriptions subscriptions)
            implements Directory {}

    private record Kept(Grants grants, Passwords passwords, SigningKeys signingKeys) implements Authority {}
}
