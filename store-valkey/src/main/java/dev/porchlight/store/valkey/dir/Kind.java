package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Table;

/** How a table is kept: only what is scanned pays for an order. */
enum Kind {
    /** A hash. */
    ROWS,
    /** A hash, and a sorted set of its keys. */
    ORDERED,
    /** A sorted set of keys, which have no values. */
    KEYS;

    static Kind of(Table table) {
        return switch (table) {
            case ACCOUNT, USER, APP, SIGNING_KEY, SUBSCRIPTION, DELIVERY -> ORDERED;
            case INDEX -> KEYS;
            case META, EMAIL, TOKEN, GRANT, PASSWORD, OUTBOX -> ROWS;
            case PRESENCE, ALARM, HISTORY, READING ->
                throw new IllegalArgumentException(table + " lies with the users, not in the directory's slot");
        };
    }
}
