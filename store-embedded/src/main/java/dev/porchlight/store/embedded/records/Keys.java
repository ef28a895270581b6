package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * What records are called. A text that is followed by another part is written with its length, so that no account or user can
 * be named into the keys of another; a last text is written bare, so that its table is in its order.
 */
final class Keys {
    static final int INSTANT = Long.BYTES + Integer.BYTES;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int MAX_TEXT = 0xFFFF;

    private Keys() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Account, then id: the users of an account in the order of their ids. */
    static byte[] inAccount(String account, String id) {
        byte[] first = text(account);
        byte[] second = text(id);
        ByteBuffer key = ByteBuffer.allocate(sized(first) + second.length);
        putSized(key, first);
        return key.put(second).array();
    }

    static byte[] account(String account) {
        return inAccount(account, "");
    }

    /** The user as the beginning of a longer key. */
    static byte[] user(UserKey user) {
        byte[] account = text(user.account());
        byte[] id = text(user.user());
        ByteBuffer key = ByteBuffer.allocate(sized(account) + sized(id));
        putSized(key, account);
        putSized(key, id);
        return key.array();
    }

    /** By instant, then user. */
    static byte[] alarm(Instant at, byte[] user) {
        ByteBuffer key = ByteBuffer.allocate(INSTANT + user.length);
        putInstant(key, at);
        return key.put(user).array();
    }

    static byte[] instant(Instant at) {
        ByteBuffer key = ByteBuffer.allocate(INSTANT);
        putInstant(key, at);
        return key.array();
    }

    static UserKey userOfAlarm(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key).position(INSTANT);
        return new UserKey(getSized(bytes), getSized(bytes));
    }

    static byte[] sequence(long sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    }

    static long sequence(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    static int day(Instant at) {
        return Math.clamp(Math.floorDiv(at.getEpochSecond(), SECONDS_PER_DAY), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Everything of that day begins with it. */
    static byte[] day(int day) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(ordered(day)).array();
    }

    static int day(byte[] historyKey) {
        return ordered(ByteBuffer.wrap(historyKey).getInt());
    }

    /** By day, then user, then instant and revision: whole days are dropped at once, and a user's day is one short scan. */
    static byte[] history(byte[] user, Instant at, long revision) {
        return history(day(at), user, at, revision);
    }

    /** The same in a day that need not be the instant's own: the bound of a scan. */
    static byte[] history(int day, byte[] user, Instant at, long revision) {
        ByteBuffer key = ByteBuffer.allocate(Integer.BYTES + user.length + INSTANT + Long.BYTES);
        key.putInt(ordered(day)).put(user);
        putInstant(key, at);
        return key.putLong(revision).array();
    }

    static Instant instantOfHistory(byte[] key) {
        return instantAt(key, key.length - INSTANT - Long.BYTES);
    }

    static Instant instantAt(byte[] bytes, int position) {
        return getInstant(ByteBuffer.wrap(bytes).position(position));
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The tables' own order. */
    static int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    static byte[] join(byte[]... parts) {
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

    private static String getSized(ByteBuffer key) {
        byte[] text = new byte[Short.toUnsignedInt(key.getShort())];
        key.get(text);
        return text(text);
    }

    private static void putInstant(ByteBuffer key, Instant at) {
        key.putLong(at.getEpochSecond() ^ Long.MIN_VALUE).putInt(at.getNano());
    }

    private static Instant getInstant(ByteBuffer key) {
        return Instant.ofEpochSecond(key.getLong() ^ Long.MIN_VALUE, key.getInt());
    }

    /** Negative numbers before the others, byte by byte. */
    private static int ordered(int number) {
        return number ^ Integer.MIN_VALUE;
    }
}
