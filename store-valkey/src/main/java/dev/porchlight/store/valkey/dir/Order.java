package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Spot;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys and arguments of {@code change.lua}: what must still stand, and what is to be stored. */
final class Order {
    private static final byte[] REMEMBERED_SECONDS = Places.ascii("600");

    private final Places places;
    private final Map<Table, byte[]> numbers = new EnumMap<>(Table.class);
    private final List<byte[]> keys = new ArrayList<>();
    private final List<byte[]> args = new ArrayList<>();

    private Order(Places places, String node, String number) {
        this.places = places;
        keys.add(places.last(node));
        args.add(Places.ascii(number));
        args.add(REMEMBERED_SECONDS);
    }

    /** @param number of the node's change, never used twice */
    static Order of(Places places, String node, String number, Seen seen, Pending pending) {
        Order order = new Order(places, node, number);
        seen.rows().forEach(order::guard);
        seen.scans().forEach(order::guard);
        pending.gaps().forEach(order::drop);
        pending.rows().forEach(order::store);
        return order;
    }

    List<byte[]> keys() {
        return keys;
    }

    List<byte[]> args() {
        return args;
    }

    private void guard(Spot row, Optional<byte[]> value) {
        step(value.isPresent() ? "g" : "a", row.table());
        args.add(row.key());
        value.ifPresent(args::add);
    }

    private void guard(Seen.Scan scan) {
        step("s", scan.range());
        args.add(Places.ascii(Integer.toString(scan.keys().size())));
        args.addAll(scan.keys());
    }

    private void drop(Range gap) {
        step("r", gap);
    }

    private void step(String letter, Range range) {
        step(letter, range.table());
        args.add(range.from());
        args.add(range.to());
    }

    private void store(Spot row, Optional<byte[]> value) {
        Kind kind = Kind.of(row.table());
        if (value.isEmpty()) {
            step("d", row.table());
            args.add(row.key());
            return;
        }
        step(
                switch (kind) {
                    case ROWS -> "h";
                    case ORDERED -> "p";
                    case KEYS -> "k";
                },
                row.table());
        args.add(row.key());
        if (kind != Kind.KEYS) {
            args.add(value.get());
        }
    }

    private void step(String letter, Table table) {
        args.add(Places.ascii(letter));
        args.add(numbers.computeIfAbsent(table, this::named));
    }

    private byte[] named(Table table) {
        keys.add(places.rows(table));
        keys.add(places.order(table));
        return Places.ascii(Integer.toString(keys.size() / 2));
    }
}
