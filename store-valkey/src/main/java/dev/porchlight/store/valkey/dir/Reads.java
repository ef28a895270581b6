package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.KeyValue;
import io.lettuce.core.MapScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables as they are in the store. Every call blocks. */
record Reads(Lines lines, Places places) implements View {
    private static final Script<List<byte[]>> PAGE = Script.load("page", ScriptOutputType.MULTI, Reads::bytes);
    private static final int FIRST_PAGE = 16;
    private static final int LARGEST_PAGE = 1024;

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        byte[] rows = places.rows(table);
        byte[] value = Waits.answer(lines.ask(places.slot(), store -> store.hget(rows, key)));
        return value;
    }

    @Override
    public List<byte[]> getAll(Table table, List<byte[]> keys) {
        return values(table, keys).stream().flatMap(Optional::stream).toList();
    }

    /** The values of these rows, one each in their order, empty where there is none. */
    List<Optional<byte[]>> values(Table table, List<byte[]> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        byte[] rows = places.rows(table);
        byte[][] all = keys.toArray(byte[][]::new);
        return Waits.answer(lines.ask(places.slot(), store -> store.hmget(rows, all))).stream()
                .map(Reads::optional)
                .toList();
    }

    private static Optional<byte[]> optional(KeyValue<byte[], byte[]> found) {
        return found.hasValue() ? Optional.of(found.getValue()) : Optional.empty();
    }

    @Override
    public void scan(Table table, byte[] from, Visitor visitor) {
        if (Kind.of(table) == Kind.ROWS) {
            scanAll(table, from, visitor);
        } else {
            scan(table, Bound.including(from), false, visitor);
        }
    }

    @Override
    public void scanBack(Table table, byte[] from, Visitor visitor) {
        scan(table, Bound.including(from), true, visitor);
    }

    @Override
    public byte @Nullable [] last(Table table) {
        List<byte[]> last = page(table, Bound.last(), 1, true);
        return last.isEmpty() ? null : last.getFirst();
    }

    private void scan(Table table, byte[] from, boolean back, Visitor visitor) {
        byte[] bound = from;
        for (int size = FIRST_PAGE; ; size = Math.min(4 * size, LARGEST_PAGE)) {
            List<byte[]> page = page(table, bound, size, back);
            for (int i = 0; i < page.size(); i += 2) {
                if (!visitor.visit(new Found(page.get(i), page.get(i + 1)))) {
                    return;
                }
            }
            if (page.size() < 2 * size) {
                return;
            }
            bound = Bound.excluding(page.get(page.size() - 2));
        }
    }

    private List<byte[]> page(Table table, byte[] from, int size, boolean back) {
        return Waits.answer(lines.ask(
                PAGE,
                List.of(places.order(table), places.rows(table)),
                List.of(
                        from,
                        back ? Bound.first() : Bound.last(),
                        Places.ascii(Integer.toString(size)),
                        Places.ascii(back ? "1" : "0"))));
    }

    /** Of a table without an order: all of it is taken into memory and ordered there, so only for what is done seldom. */
    private void scanAll(Table table, byte[] from, Visitor visitor) {
        for (Map.Entry<byte[], byte[]> row : all(table).tailMap(from, true).entrySet()) {
            if (!visitor.visit(new Found(row.getKey(), row.getValue()))) {
                return;
            }
        }
    }

    private NavigableMap<byte[], byte[]> all(Table table) {
        byte[] rows = places.rows(table);
        ScanArgs page = ScanArgs.Builder.limit(LARGEST_PAGE);
        NavigableMap<byte[], byte[]> all = new TreeMap<>(Arrays::compareUnsigned);
        ScanCursor at = ScanCursor.INITIAL;
        do {
            ScanCursor from = at;
            MapScanCursor<byte[], byte[]> found =
                    Waits.answer(lines.ask(places.slot(), store -> store.hscan(rows, from, page)));
            all.putAll(found.getMap());
            at = found;
        } while (!at.isFinished());
        return all;
    }

    private static List<byte[]> bytes(@Nullable Object answer) {
        List<byte[]> all = new ArrayList<>();
        if (answer instanceof List<?> list) {
            list.forEach(part -> all.add((byte[]) part));
        }
        return all;
    }

    /** A row that was read. */
    private static final class Found implements Row {
        private final byte[] key;
        private final byte[] value;

        Found(byte[] key, byte[] value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public byte[] key() {
            return key;
        }

        @Override
        public byte[] value() {
            return value;
        }
    }
}
