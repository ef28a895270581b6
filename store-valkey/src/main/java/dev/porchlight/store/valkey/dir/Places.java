package dev.porchlight.store.valkey.dir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.porchlight.rows.Table;
import io.lettuce.core.cluster.SlotHash;
import java.util.Locale;

/** The keys of the directory's slot: {@code pl:{dir}:user} has the rows of that table, {@code pl:{dir}:user.o} their order. */
final class Places {
    private final String beginning;
    private final int slot;

    Places(String prefix) {
        this.beginning = prefix + ":{dir}:";
        this.slot = SlotHash.getSlot(beginning);
    }

    int slot() {
        return slot;
    }

    byte[] rows(Table table) {
        return (beginning + table.name().toLowerCase(Locale.ROOT)).getBytes(UTF_8);
    }

    byte[] order(Table table) {
        return (beginning + table.name().toLowerCase(Locale.ROOT) + ".o").getBytes(UTF_8);
    }

    /** The number of the last change of a node. */
    byte[] last(String node) {
        return (beginning + "last." + node).getBytes(UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
