package dev.porchlight.rows.records;

import dev.porchlight.engine.port.DeliveryLog.Standing;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the delivery table: the counts of one subscription.
 *
 * @param attempts how many were ever logged
 */
record MailCounts(Standing standing, long attempts) {
    static MailCounts decode(byte @Nullable [] row) {
        if (row == null) {
            return new MailCounts(Standing.NONE, 0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(row);
        return new MailCounts(new Standing(bytes.getLong(), bytes.getLong(), bytes.getLong()), bytes.getLong());
    }

    byte[] encode() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(standing.last())
                .putLong(standing.waiting())
                .putLong(standing.parked())
                .putLong(attempts)
                .array();
    }

    MailCounts put() {
        return new MailCounts(new Standing(standing.last() + 1, standing.waiting() + 1, standing.parked()), attempts);
    }

    MailCounts tried() {
        return new MailCounts(standing, attempts + 1);
    }

    /** So many more wait, and so many more are parked. */
    MailCounts moved(int waiting, int parked) {
        return new MailCounts(
                new Standing(standing.last(), standing.waiting() + waiting, standing.parked() + parked), attempts);
    }
}
