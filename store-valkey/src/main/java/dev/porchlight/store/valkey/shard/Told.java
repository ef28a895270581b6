package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;

/** An event as it lies in outbox and history and is told to watchers: instant, revision, document; in the order of the first two. */
final class Told {
    private static final int DOCUMENT = Keys.INSTANT + Long.BYTES;

    private Told() {}

    static byte[] encode(PresenceEvent event) {
        byte[] document = EventCodec.encode(event);
        ByteBuffer told = ByteBuffer.allocate(DOCUMENT + document.length);
        Keys.putInstant(told, event.at());
        return told.putLong(event.revision()).put(document).array();
    }

    static PresenceEvent decode(byte[] told) {
        return Damage.named("event", () -> EventCodec.decode(Bytes.from(told, DOCUMENT)));
    }

    static Instant at(byte[] told) {
        return Keys.instantAt(told, 0);
    }
}
