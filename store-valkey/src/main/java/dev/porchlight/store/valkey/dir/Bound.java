package dev.porchlight.store.valkey.dir;

/** Where a range of keys begins or ends, in the words of {@code ZRANGE … BYLEX}. */
final class Bound {
    private Bound() {}

    static byte[] including(byte[] key) {
        return of('[', key);
    }

    static byte[] excluding(byte[] key) {
        return of('(', key);
    }

    /** Below every key. */
    static byte[] first() {
        return new byte[] {'-'};
    }

    /** Above every key. */
    static byte[] last() {
        return new byte[] {'+'};
    }

    private static byte[] of(char kind, byte[] key) {
        byte[] bound = new byte[1 + key.length];
        bound[0] = (byte) kind;
        System.arraycopy(key, 0, bound, 1, key.length);
        return bound;
    }
}
