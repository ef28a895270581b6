package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.PresenceCodec;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A presence as it is stored: revision, number of the commit, alarm, document. An empty row stands for a user of whom there is
 * a history or reading, but no presence.
 */
record Row(Presence presence, @Nullable Instant alarm) {
    private static final int FLAG = 2 * Long.BYTES;
    private static final int ALARM = FLAG + 1;
    private static final int DOCUMENT = ALARM + Keys.INSTANT;

    /** @param number by which a commit that is sent twice sees that it has been done */
    static byte[] encode(Presence presence, @Nullable Instant alarm, long number) {
        byte[] document = PresenceCodec.encode(presence);
        ByteBuffer row = ByteBuffer.allocate(DOCUMENT + document.length)
                .putLong(presence.revision())
                .putLong(number)
                .put((byte) (alarm == null ? 0 : 1));
        Keys.putInstant(row, alarm == null ? Instant.EPOCH : alarm);
        return row.put(document).array();
    }

    /**
     * The row, or what stands for none.
     *
     * @param floor see {@code Ledger.read}
     */
    static Row decode(UserKey user, byte @Nullable [] row, byte @Nullable [] floor) {
        if (row == null || row.length == 0) {
            long revision = floor == null ? 0 : Keys.sequence(floor);
            return new Row(Presence.none(user).withRevision(revision), null);
        }
        return Damage.named("presence of " + user, () -> {
            Instant alarm = row[FLAG] == 0 ? null : Keys.instantAt(row, ALARM);
            return new Row(PresenceCodec.decode(Bytes.from(row, DOCUMENT)), alarm);
        });
    }
}
