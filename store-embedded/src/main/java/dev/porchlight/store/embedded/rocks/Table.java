package dev.porchlight.store.embedded.rocks;

import java.nio.charset.StandardCharsets;

/** The kinds of records, a column family each. Keys are described where they are made, in {@code records.Keys}. */
public enum Table {
    /** Single values of the store as a whole. RocksDB insists on the name. */
    META("default"),
    PRESENCE("presence"),
    /** Ordered by instant. */
    ALARM("alarm"),
    /** Ordered by sequence. */
    OUTBOX("outbox"),
    /** By day, then user, then time. */
    HISTORY("history"),
    /** Who has read a history: by day, then user, then time. */
    READING("reading", 2),
    ACCOUNT("account"),
    USER("user"),
    EMAIL("email"),
    APP("app"),
    TOKEN("token"),
    /** What is exchanged for tokens. */
    GRANT("grant", 3),
    PASSWORD("password", 3),
    SIGNING_KEY("signing_key", 3),
    SUBSCRIPTION("subscription", 3),
    /** All that a subscription has waiting, parked and logged: see {@code records.MailKeys}. */
    DELIVERY("delivery", 3),
    /** Other ways to find apps, tokens and grants: keys without values. */
    INDEX("index");

    /** The newest format of all. */
    public static final int FORMAT = 3;

    private final String family;
    private final int since;

    Table(String family) {
        this(family, 1);
    }

    Table(String family, int since) {
        this.family = family;
        this.since = since;
    }

    /** Whether a folder of that format has it. */
    boolean isIn(int format) {
        return since <= format;
    }

    byte[] family() {
        return family.getBytes(StandardCharsets.US_ASCII);
    }
}
