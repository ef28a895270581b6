package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.PresenceCodec;
import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of the presence table: the presence, and the alarm that was set with it, so that the next commit can remove it.
 *
 * @param alarm null for none
 */
record Stored(Presence presence, @Nullable Instant alarm) {
    /** @param floor see {@code Ledger.read} */
    static Stored none(UserKey user, long floor) {
        return new Stored(Presence.none(user).withRevision(floor), null);
    }

    static byte[] encode(Presence presence, @Nullable Instant alarm) {
        byte[] encoded = PresenceCodec.encode(presence);
        ByteBuffer row = ByteBuffer.allocate(1 + Keys.INSTANT + encoded.length);
        row.put((byte) (alarm == null ? 0 : 1));
        row.put(alarm == null ? new byte[Keys.INSTANT] : Keys.instant(alarm));
        return row.put(encoded).array();
    }

    static Stored decode(byte[] row) {
        Presence presence = PresenceCodec.decode(Arrays.copyOfRange(row, 1 + Keys.INSTANT, row.length));
        Instant alarm = row[0] == 0 ? null : Keys.instantAt(row, 1);
        return new Stored(presence, alarm);
    }

    /** Roughly, in bytes of heap. */
    int weight() {
        return 400 + 400 * presence.sessions().size() + 200 * presence.claims().size();
    }
}
