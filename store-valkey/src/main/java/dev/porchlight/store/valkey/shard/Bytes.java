package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What {@link Keys} has not. */
final class Bytes {
    private static final byte[] NONE = {};

    private Bytes() {}

    static byte[] none() {
        return NONE;
    }

    /** As the digits of the number. */
    static byte[] digits(int number) {
        return Keys.text(Integer.toString(number));
    }

    static UserKey userAt(byte[] bytes, int position) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(position);
        return new UserKey(Keys.getSized(buffer), Keys.getSized(buffer));
    }

    static byte[] from(byte[] bytes, int position) {
        return Arrays.copyOfRange(bytes, position, bytes.length);
    }
}
