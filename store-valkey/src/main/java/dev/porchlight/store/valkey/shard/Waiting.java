package dev.porchlight.store.valkey.shard;

import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What an entry of the outbox is called: its sequence, and its id in the stream of its shard. A sequence is the microsecond of
 * the commit by the server's clock, and the shard; it lasts until the year 2255.
 */
final class Waiting {
    private static final String SECOND_PART = "-0";

    private Waiting() {}

    static long sequence(byte[] id, Shard shard) {
        String text = Keys.text(id);
        long micros = Long.parseLong(text.substring(0, text.indexOf('-')));
        return micros << Spread.BITS | shard.number();
    }

    static byte[] id(long sequence) {
        return Keys.text((sequence >>> Spread.BITS) + SECOND_PART);
    }

    static int shard(long sequence) {
        return (int) (sequence & (Spread.SHARDS - 1));
    }

    /** As {@code take.lua} notes it, held by nobody. */
    static byte[] putBack(long sequence, Instant notBefore, int attempts) {
        byte[] id = id(sequence);
        ByteBuffer note = ByteBuffer.allocate(Keys.INSTANT + Long.BYTES + Integer.BYTES + id.length);
        Keys.putInstant(note, notBefore);
        return note.putLong(0).putInt(attempts).put(id).array();
    }
}
