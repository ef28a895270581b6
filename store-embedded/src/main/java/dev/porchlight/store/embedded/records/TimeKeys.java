package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.rows.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Keys of the tables that are in the order of time: alarms by instant, the history and its readings by day. */
final class TimeKeys {
    private static final int SECONDS_PER_DAY = 86_400;

    private TimeKeys() {}

    /** By instant, then user. */
    static byte[] alarm(Instant at, byte[] user) {
        ByteBuffer key = ByteBuffer.allocate(Keys.INSTANT + user.length);
        Keys.putInstant(key, at);
        return key.put(user).array();
    }

    static UserKey userOfAlarm(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key).position(Keys.INSTANT);
        return new UserKey(Keys.getSized(bytes), Keys.getSized(bytes));
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
        ByteBuffer key = ByteBuffer.allocate(Integer.BYTES + user.length + Keys.INSTANT + Long.BYTES);
        key.putInt(ordered(day)).put(user);
        Keys.putInstant(key, at);
        return key.putLong(revision).array();
    }

    static Instant instantOfHistory(byte[] key) {
        return Keys.instantAt(key, key.length - Keys.INSTANT - Long.BYTES);
    }

    /** Negative numbers before the others, byte by byte. */
    private static int ordered(int number) {
        return number ^ Integer.MIN_VALUE;
    }
}
