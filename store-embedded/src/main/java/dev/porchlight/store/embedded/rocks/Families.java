package dev.porchlight.store.embedded.rocks;

import dev.porchlight.rows.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Each table is a column family: what it is called, and since which format of the folder there is one. */
final class Families {
    /** The newest format of all. */
    static final int FORMAT = 3;

    private Families() {}

    static byte[] name(Table table) {
        return text(table).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Table table) {
        return switch (table) {
            // RocksDB insists on the name.
            case META -> "default";
            case PRESENCE -> "presence";
            case ALARM -> "alarm";
            case OUTBOX -> "outbox";
            case HISTORY -> "history";
            case READING -> "reading";
            case ACCOUNT -> "account";
            case USER -> "user";
            case EMAIL -> "email";
            case APP -> "app";
            case TOKEN -> "token";
            case GRANT -> "grant";
            case PASSWORD -> "password";
            case SIGNING_KEY -> "signing_key";
            case SUBSCRIPTION -> "subscription";
            case DELIVERY -> "delivery";
            case INDEX -> "index";
        };
    }

    private static int since(Table table) {
        return switch (table) {
            case META, PRESENCE, ALARM, OUTBOX, HISTORY, ACCOUNT, USER, EMAIL, APP, TOKEN, INDEX -> 1;
            case READING -> 2;
            case GRANT, PASSWORD, SIGNING_KEY, SUBSCRIPTION, DELIVERY -> 3;
        };
    }

    /** Those that a folder of that format has. */
    static List<Table> of(int format) {
        return Stream.of(Table.values()).filter(table -> since(table) <= format).toList();
    }
}
