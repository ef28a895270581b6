package dev.porchlight.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to text without guessing: what is not UTF-8 is told, never replaced. */
public final class Utf8 {
    private Utf8() {}

    /**
     * The text of the bytes from {@code from} up to {@code to}, or null when they are not UTF-8 (RFC 3629, section 3:
     * overlong forms and surrogates included).
     */
    public static @Nullable String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decodeBeyondAscii(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private static @Nullable String decodeBeyondAscii(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
