package dev.porchlight.engine.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a record one after the other. {@link RecordReader} reads them in the same order. */
final class RecordWriter {
    private byte[] bytes = new byte[256];
    private int size;

    /** @param format of what follows: the leading byte */
    RecordWriter(int format) {
        octet(format);
    }

    void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    private void room(int needed) {
        if (bytes.length - size < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + needed));
        }
    }

    /** Seven bits to a byte, lowest first; the high bit says that more follow. */
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** @throws IllegalArgumentException when the text holds half of a surrogate pair, which no UTF-8 can */
    void text(String text) {
        if (isAscii(text)) {
            number(text.length());
            room(text.length());
            for (int i = 0; i < text.length(); i++) {
                bytes[size++] = (byte) text.charAt(i);
            }
            return;
        }
        ByteBuffer encoded = encoded(text);
        number(encoded.remaining());
        while (encoded.hasRemaining()) {
            octet(encoded.get());
        }
    }

    void instant(Instant instant) {
        long seconds = instant.getEpochSecond();
        number((seconds << 1) ^ (seconds >> 63));
        number(instant.getNano());
    }

    <T> void optional(@Nullable T value, Consumer<T> write) {
        octet(value == null ? 0 : 1);
        if (value != null) {
            write.accept(value);
        }
    }

    <T> void list(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer encoded(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text: half of a surrogate pair (expected: whole characters)", e);
        }
    }
}
