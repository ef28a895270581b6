package dev.porchlight.store.embedded.rocks;

import java.util.Arrays;

/**
 * Changes to be written together, in the bytes that RocksDB itself keeps a write batch and its log in: eight bytes of sequence
 * number, four of count, then the records. Made here, a batch of any size crosses into native code once; put by put costs
 * five crossings a commit.
 */
final class Batch {
    private static final int HEADER = 12;
    private static final int COUNT_AT = 8;

    private static final int PUT = 0x5;
    private static final int DELETE = 0x4;
    private static final int DELETE_SINGLE = 0x8;
    private static final int DELETE_RANGE = 0xE;

    private byte[] bytes = new byte[64 * 1024];
    private int size = HEADER;
    private int count;

    void put(int family, byte[] key, byte[] value) {
        start(PUT, family);
        sized(key);
        sized(value);
    }

    void delete(int family, byte[] key) {
        start(DELETE, family);
        sized(key);
    }

    /** Cheaper to forget than a delete, and right only for a key that was put exactly once since it was last deleted. */
    void deleteSingle(int family, byte[] key) {
        start(DELETE_SINGLE, family);
        sized(key);
    }

    void deleteRange(int family, byte[] from, byte[] to) {
        start(DELETE_RANGE, family);
        sized(from);
        sized(to);
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return size;
    }

    int count() {
        return count;
    }

    /** Drops what was added since the size and count were these. */
    void backTo(int earlierSize, int earlierCount) {
        size = earlierSize;
        count = earlierCount;
    }

    void clear() {
        backTo(HEADER, 0);
    }

    byte[] bytes() {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[COUNT_AT + i] = (byte) (count >>> (8 * i));
        }
        return Arrays.copyOf(bytes, size);
    }

    private void start(int kind, int family) {
        room(1);
        bytes[size++] = (byte) kind;
        number(family);
        count++;
    }

    private void sized(byte[] part) {
        number(part.length);
        room(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
    }

    private void number(int value) {
        room(5);
        int rest = value;
        while (rest >= 0x80) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int needed) {
        if (bytes.length - size < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + needed));
        }
    }
}
