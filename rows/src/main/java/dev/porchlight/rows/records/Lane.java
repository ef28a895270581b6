package dev.porchlight.rows.records;

import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A row of the delivery table: which deliveries of a user wait. Each names the one after it, so that the front can be taken
 * away without a scan.
 *
 * @param front number of the delivery in front
 * @param back number of the last
 * @param due when the front may be taken
 */
record Lane(long front, long back, Instant due) {
    byte[] encode() {
        return ByteBuffer.allocate(2 * Long.BYTES + Keys.INSTANT)
                .putLong(front)
                .putLong(back)
                .put(Keys.instant(due))
                .array();
    }

    static Lane decode(byte[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        return new Lane(bytes.getLong(), bytes.getLong(), Keys.instantAt(row, 2 * Long.BYTES));
    }
}
