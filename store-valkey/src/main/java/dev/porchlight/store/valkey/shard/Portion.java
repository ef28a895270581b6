package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.codec.ReadingCodec;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.rows.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an archive's list holds of one user, as scripts take it. */
final class Portion {
    private final byte[] user;
    private final Item.@Nullable OfPresence presence;
    private final byte[] row;
    private final List<byte[]> events;
    private final List<byte[]> readings;

    private Portion(
            byte[] user, Item.@Nullable OfPresence presence, byte[] row, List<byte[]> events, List<byte[]> readings) {
        this.user = user;
        this.presence = presence;
        this.row = row;
        this.events = events;
        this.readings = readings;
    }

    /** @param number of the presence's row */
    static Portion of(byte[] user, List<Item> items, long number) {
        Item.OfPresence presence = null;
        List<byte[]> events = new ArrayList<>();
        List<byte[]> readings = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.OfPresence first && presence == null) {
                presence = first;
            } else if (item instanceof Item.OfEvent(var event)) {
                events.add(Told.encode(event));
            } else if (item instanceof Item.OfReading(var reading)) {
                readings.add(Keys.join(Keys.instant(reading.at()), ReadingCodec.encode(reading)));
            }
        }
        byte[] row = presence == null ? Bytes.none() : Row.encode(presence.presence(), presence.alarm(), number);
        return new Portion(user, presence, row, events, readings);
    }

    byte[] user() {
        return user;
    }

    Item.@Nullable OfPresence presence() {
        return presence;
    }

    List<byte[]> args() {
        return Stream.of(Stream.of(user, row, Bytes.digits(events.size())), events.stream(), readings.stream())
                .flatMap(part -> part)
                .toList();
    }

    /** What of it was stored, as {@code load.lua} answered: 1 for the row, each event, each reading. */
    Portion stored(List<?> answer) {
        boolean rowStored = Answer.number(answer.getFirst()) == 1;
        return new Portion(
                user,
                presence,
                rowStored ? row : Bytes.none(),
                stored(events, answer.subList(1, 1 + events.size())),
                stored(readings, answer.subList(1 + events.size(), answer.size())));
    }

    private static List<byte[]> stored(List<byte[]> parts, List<?> answers) {
        List<byte[]> stored = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (Answer.number(answers.get(i)) == 1) {
                stored.add(parts.get(i));
            }
        }
        return stored;
    }
}
