package dev.porchlight.rows.records;

import dev.porchlight.engine.codec.DeliveryCodec;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.rows.Damage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A delivery in its lane.
 *
 * @param after number of the next of the lane, or 0 for the last
 */
record WaitingRow(long after, Delivery delivery) {
    byte[] encode() {
        byte[] encoded = DeliveryCodec.encode(delivery);
        return ByteBuffer.allocate(Long.BYTES + encoded.length)
                .putLong(after)
                .put(encoded)
                .array();
    }

    static WaitingRow decode(byte[] row) {
        return new WaitingRow(
                ByteBuffer.wrap(row).getLong(), delivery(Arrays.copyOfRange(row, Long.BYTES, row.length)));
    }

    static Delivery delivery(byte[] encoded) {
        return Damage.named("delivery", () -> DeliveryCodec.delivery(encoded));
    }
}
