package dev.porchlight.rows;

import dev.porchlight.core.presence.UserKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * What records are called. A text that is followed by another part is written with its length, so that no account or user can
 * be named into the keys of another; a last text is written bare, so that its table is in its order.
 */
public final class Keys {
    public static final int INSTANT = Long.BYTES + Integer.BYTES;

    private static final int MAX_TEXT = 0xFFFF;

    private Keys() {}

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Account, then id: the users of an account in the order of their ids. */
    public static byte[] inAccount(String account, String id) {
        byte[] first = text(account);
        byte[] second = text(id);
        ByteBuffer key = ByteBuffer.allocate(sized(first) + second.length);
        putSized(key, first);
        return key.put(second).array();
    }

    public static byte[] account(String account) {
        return inAccount(account, "");
    }

    /** The user as the beginning of a longer key. */
    public static byte[] user(UserKey user) {
        byte[] account = text(user.account());
        byte[] id = text(user.user());
        ByteBuffer key = ByteBuffer.allocate(sized(account) + sized(id));
        putSized(key, account);
        putSized(key, id);
        return key.array();
    }

    public static byte[] instant(Instant at) {
        ByteBuffer key = ByteBuffer.allocate(INSTANT);
        putInstant(key, at);
        return key.array();
    }

    public static byte[] sequence(long sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    }

    public static long sequence(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    public static Instant instantAt(byte[] bytes, int position) {
        return getInstant(ByteBuffer.wrap(bytes).position(position));
    }

    public static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The tables' own order. */
    public static int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    public static byte[] join(byte[]... parts) {
        ByteBuffer key = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            key.put(part);
        }
        return key.array();
    }

    private static int sized(byte[] text) {
        return Short.BYTES + text.length;
    }

    private static void putSized(ByteBuffer key, byte[] text) {
        if (text.length > MAX_TEXT) {
            throw new IllegalArgumentException("id: " + text.length + " bytes (expected: at most " + MAX_TEXT + ")");
        }
        key.putShort((short) text.length).put(text);
    }

    /** The text at the buffer's position, which moves behind it. */
    public static String getSized(ByteBuffer key) {
        byte[] text = new byte[Short.toUnsignedInt(key.getShort())];
        key.get(text);
        return text(text);
    }

    public static void putInstant(ByteBuffer key, Instant at) {
        key.putLong(at.getEpochSecond() ^ Long.MIN_VALUE).putInt(at.getNano());
    }

    private static Instant getInstant(ByteBuffer key) {
        return Instant.ofEpochSecond(key.getLong() ^ Long.MIN_VALUE, key.getInt());
    }
}
