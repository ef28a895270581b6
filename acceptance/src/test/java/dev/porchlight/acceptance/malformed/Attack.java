package dev.porchlight.acceptance.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one connection does to the server.
 *
 * @param kind for the tally and for messages
 * @param pieces sent one after the other; between two of them other connections get their turn
 */
record Attack(String kind, List<byte[]> pieces, Ending ending, Expected expected) {

    /** What the client does when everything is sent. */
    enum Ending {
        /** Waits for the answer, and goes on with a good request if the connection is still there. */
        AWAIT,
        /** Sends the end of the stream, then reads to the server's end of it. */
        HALF_CLOSE,
        /** Goes away without a word. */
        VANISH
    }

    static Attack of(String kind, String request, Expected expected) {
        return new Attack(kind, List.of(bytes(request)), Ending.AWAIT, expected);
    }

    /** A request that never becomes whole. */
    static Attack unfinished(String kind, String request, Expected expected) {
        return new Attack(kind, List.of(bytes(request)), Ending.HALF_CLOSE, expected);
    }

    Attack ending(Ending other) {
        return new Attack(kind, pieces, other, expected);
    }

    /** Each character is one byte, so that a request can hold any. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isHead() {
        return new String(pieces.getFirst(), StandardCharsets.ISO_8859_1).startsWith("HEAD ");
    }
}
