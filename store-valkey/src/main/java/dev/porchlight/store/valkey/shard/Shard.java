package dev.porchlight.store.valkey.shard;

import dev.porchlight.rows.Keys;
import io.lettuce.core.cluster.SlotHash;

/** What the keys of one shard are called. The hash tag is the shard's number, so that all of them lie in one slot. */
final class Shard {
    private final int number;
    private final int slot;
    private final byte[] presences;
    private final byte[] due;
    private final byte[] out;
    private final byte[] held;
    private final byte[] readings;
    private final byte[] histories;
    private final byte[] channels;

    Shard(String prefix, int number) {
        String tag = prefix + ":{" + number + "}:";
        this.number = number;
        this.slot = SlotHash.getSlot(tag);
        this.presences = Keys.text(tag + "p");
        this.due = Keys.text(tag + "due");
        this.out = Keys.text(tag + "out");
        this.held = Keys.text(tag + "held");
        this.readings = Keys.text(tag + "r");
        this.histories = Keys.text(tag + "h:");
        this.channels = Keys.text(tag + "u:");
    }

    int number() {
        return number;
    }

    int slot() {
        return slot;
    }

    /** A hash: user → row, see {@link Row}; and the floor of the revisions under the empty name. Every user has a field. */
    byte[] presences() {
        return presences;
    }

    /** A sorted set of instant and user, all of score 0, so that the order is that of the bytes. */
    byte[] due() {
        return due;
    }

    /** A stream of users and events that wait. */
    byte[] out() {
        return out;
    }

    /** A hash: user → which entry of the outbox is held or put back, and until when. */
    byte[] held() {
        return held;
    }

    /** A sorted set of user, instant, number and reading, all of score 0. */
    byte[] readings() {
        return readings;
    }

    /** What the keys of all histories begin with. */
    byte[] histories() {
        return histories;
    }

    /** A list of the user's events, see {@link Told}, oldest first. */
    byte[] history(byte[] user) {
        return Keys.join(histories, user);
    }

    /** On which the user's events are told, and an empty message when the user is removed. */
    byte[] channel(byte[] user) {
        return Keys.join(channels, user);
    }
}
