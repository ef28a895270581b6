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
    READING("reading"),
    ACCOUNT("account"),
    USER("user"),
    EMAIL("email"),
    APP("app"),
    TOKEN("token"),
    /** Other ways to find apps and tokens: keys without values. */
    INDEX("index");

    private final String family;

    Table(String family) {
        this.family = family;
    }

    byte[] family() {
        return family.getBytes(StandardCharsets.US_ASCII);
    }
}
