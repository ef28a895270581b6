package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Users, instants and numbers as bytes whose order is theirs. A user is written with the lengths of its parts, so that nobody
 * can be named into what belongs to another.
 */
final class Bytes {
    static final int INSTANT = Long.BYTES + Integer.BYTES;

    private static final byte[] NONE = {};
    private static final int MAX_TEXT = 0xFFFF;

    private Bytes() {}

    static byte[] none() {
        return NONE;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] text(int number) {
        return text(Integer.toString(number));
    }

    static String text(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    static byte[] user(UserKey user) {
        byte[] account = text(user.account());
        byte[] id = text(user.user());
        ByteBuffer bytes = ByteBuffer.allocate(2 * Short.BYTES + account.length + id.length);
        putSized(bytes, account);
        putSized(bytes, id);
        return bytes.array();
    }

    static UserKey userAt(byte[] bytes, int position) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(position);
        return new UserKey(getSized(buffer), getSized(buffer));
    }

    static byte[] instant(Instant at) {
        ByteBuffer bytes = ByteBuffer.allocate(INSTANT);
        putInstant(bytes, at);
        return bytes.array();
    }

    static void putInstant(ByteBuffer bytes, Instant at) {
        bytes.putLong(at.getEpochSecond() ^ Long.MIN_VALUE).putInt(at.getNano());
    }

    static Instant instantAt(byte[] bytes, int position) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(position);
        return Instant.ofEpochSecond(buffer.getLong() ^ Long.MIN_VALUE, buffer.getInt());
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long numberAt(byte[] bytes, int position) {
        return ByteBuffer.wrap(bytes).getLong(position);
    }

    static byte[] from(byte[] bytes, int position) {
        return Arrays.copyOfRange(bytes, position, bytes.length);
    }

    static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static void putSized(ByteBuffer bytes, byte[] text) {
        if (text.length > MAX_TEXT) {
            throw new IllegalArgumentException("id: " + text.length + " bytes (expected: at most " + MAX_TEXT + ")");
        }
        bytes.putShort((short) text.length).put(text);
    }

    private static String getSized(ByteBuffer bytes) {
        byte[] text = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(text);
        return text(text);
    }
}
