package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A row of the outbox table: attempts, not before, event.
 *
 * @param notBefore when it may be taken
 */
record OutboxRow(int attempts, Instant notBefore, PresenceEvent event) {
    private static final int HEADER = Integer.BYTES + Keys.INSTANT;

    static byte[] fresh(byte[] event) {
        return row(0, Instant.EPOCH, event);
    }

    static OutboxRow decode(byte[] row) {
        return new OutboxRow(
                ByteBuffer.wrap(row).getInt(),
                Keys.instantAt(row, Integer.BYTES),
                Damage.named("outbox entry", () -> EventCodec.decode(Arrays.copyOfRange(row, HEADER, row.length))));
    }

    byte[] again(Instant newNotBefore) {
        return row(attempts + 1, newNotBefore, EventCodec.encode(event));
    }

    private static byte[] row(int attempts, Instant notBefore, byte[] event) {
        return ByteBuffer.allocate(HEADER + event.length)
                .putInt(attempts)
                .put(Keys.instant(notBefore))
                .put(event)
                .array();
    }
}
