package dev.porchlight.engine.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordWriter} wrote. Every method throws {@link DamagedRecordException} for bytes that cannot be it, and
 * no length in them makes it reserve more than their own size.
 */
final class RecordReader {
    private static final int MAX_NUMBER_BYTES = 10;

    private final ByteBuffer bytes;

    /** For a record of which older formats are read, too: {@link #formatUpTo} comes first. */
    RecordReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** @param format that the leading byte must name */
    RecordReader(byte[] bytes, int format) {
        this(bytes);
        format(format);
    }

    private void format(int expected) {
        int found = octet();
        if (found != expected) {
            throw unknownFormat(found, Integer.toString(expected));
        }
    }

    /** The leading byte, which may also be that of an older format. */
    int formatUpTo(int newest) {
        int found = octet();
        if (found < 1 || found > newest) {
            throw unknownFormat(found, "1 to " + newest);
        }
        return found;
    }

    private static DamagedRecordException unknownFormat(int found, String expected) {
        return new DamagedRecordException("format: " + found + " (expected: " + expected
                + "); damaged, or written by a newer version of Porchlight");
    }

    /** Checks that nothing is left. */
    void end() {
        if (bytes.hasRemaining()) {
            throw new DamagedRecordException(bytes.remaining() + " bytes after the record (expected: none)");
        }
    }

    int octet() {
        if (!bytes.hasRemaining()) {
            throw new DamagedRecordException("the record ends at byte " + bytes.limit() + " (expected: more)");
        }
        return bytes.get() & 0xFF;
    }

    long number() {
        long value = 0;
        for (int i = 0; i < MAX_NUMBER_BYTES; i++) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << (7 * i);
            if (octet < 0x80) {
                return value;
            }
        }
        throw new DamagedRecordException("a number of more than " + MAX_NUMBER_BYTES + " bytes");
    }

    String text() {
        int size = size();
        ByteBuffer text = bytes.slice(bytes.position(), size);
        bytes.position(bytes.position() + size);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            throw new DamagedRecordException("a text that is not UTF-8", e);
        }
    }

    Instant instant() {
        long zigzag = number();
        long nanos = number();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new DamagedRecordException("nanoseconds: " + nanos + " (expected: 0 to 999999999)");
        }
        try {
            return Instant.ofEpochSecond((zigzag >>> 1) ^ -(zigzag & 1), nanos);
        } catch (DateTimeException e) {
            throw new DamagedRecordException("an instant out of range", e);
        }
    }

    <T> @Nullable T optional(Supplier<T> read) {
        int flag = octet();
        return switch (flag) {
            case 0 -> null;
            case 1 -> read.get();
            default -> throw new DamagedRecordException("presence of a part: " + flag + " (expected: 0 or 1)");
        };
    }

    <T> List<T> list(Supplier<T> read) {
        int size = size();
        List<T> values = new ArrayList<>(Math.min(size, 64));
        for (int i = 0; i < size; i++) {
            values.add(read.get());
        }
        return values;
    }

    /** A count of things of which each takes at least one byte. */
    private int size() {
        long size = number();
        if (size < 0 || size > bytes.remaining()) {
            throw new DamagedRecordException("size: " + size + " (expected: 0 to " + bytes.remaining() + ")");
        }
        return (int) size;
    }
}
