package dev.porchlight.rows;

/** The kinds of records. Each table is in the order of its keys, byte by byte, unsigned. */
public enum Table {
    /** Single values of the store as a whole. */
    META,
    PRESENCE,
    /** Ordered by instant. */
    ALARM,
    /** Ordered by sequence. */
    OUTBOX,
    /** By day, then user, then time. */
    HISTORY,
    /** Who has read a history: by day, then user, then time. */
    READING,
    ACCOUNT,
    USER,
    EMAIL,
    APP,
    TOKEN,
    /** What is exchanged for tokens. */
    GRANT,
    PASSWORD,
    SIGNING_KEY,
    SUBSCRIPTION,
    /** All that a subscription has waiting, parked and logged. */
    DELIVERY,
    /** Other ways to find apps, tokens and grants: keys without values. */
    INDEX
}
