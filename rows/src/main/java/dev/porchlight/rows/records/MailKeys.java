package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.rows.Keys;
import java.time.Instant;

/** Keys of the delivery table: the subscription, the kind of row, and what tells rows of the kind apart. */
final class MailKeys {
    private static final byte[] COUNTS = {0};
    private static final byte[] WAITING = {1};
    private static final byte[] LANE = {2};
    private static final byte[] DUE = {3};
    private static final byte[] PARKED = {4};
    private static final byte[] ATTEMPT = {5};

    /** Above every kind. */
    private static final byte[] END = {(byte) 0xFF};

    private MailKeys() {}

    static byte[] counts(String subscription) {
        return of(subscription, COUNTS);
    }

    static byte[] waiting(String subscription, long number) {
        return Keys.join(of(subscription, WAITING), Keys.sequence(number));
    }

    static byte[] lane(String subscription, UserKey user) {
        return lane(subscription, Keys.user(user));
    }

    static byte[] lane(String subscription, byte[] user) {
        return Keys.join(of(subscription, LANE), user);
    }

    /** By instant, then user. */
    static byte[] due(String subscription, Instant at, UserKey user) {
        return Keys.join(dueFrom(subscription, at), Keys.user(user));
    }

    static byte[] dueFrom(String subscription, Instant at) {
        return Keys.join(dues(subscription), Keys.instant(at));
    }

    static byte[] dues(String subscription) {
        return of(subscription, DUE);
    }

    static Instant instantOfDue(String subscription, byte[] key) {
        return Keys.instantAt(key, dues(subscription).length);
    }

    static byte[] parked(String subscription, long number) {
        return Keys.join(allParked(subscription), Keys.sequence(number));
    }

    static byte[] allParked(String subscription) {
        return of(subscription, PARKED);
    }

    static byte[] attempt(String subscription, long number) {
        return Keys.join(attempts(subscription), Keys.sequence(number));
    }

    static byte[] attempts(String subscription) {
        return of(subscription, ATTEMPT);
    }

    /** Every row of the subscription is at it or after it, ... */
    static byte[] first(String subscription) {
        return Keys.account(subscription);
    }

    /** ... and before this. */
    static byte[] end(String subscription) {
        return of(subscription, END);
    }

    private static byte[] of(String subscription, byte[] kind) {
        return Keys.join(Keys.account(subscription), kind);
    }
}
