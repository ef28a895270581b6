package dev.porchlight.bench.peers.speech;

/** Finds whole elements at the top of an XMPP stream. Knows as much of XML as XMPP permits: no comments, no sections. */
final class Stanzas {
    private static final byte[] STREAM = Bytes.of("<stream:stream");

    private Stanzas() {}

    /** Where the next element begins: servers may send spaces to see whether one is still there. */
    static int begin(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The end of the element, declaration or stream's tag that begins here; -1 where it is not whole. */
    static int end(byte[] bytes, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '<') {
                int close = close(bytes, at, to);
                if (close < 0) {
                    return -1;
                }
                depth += change(bytes, at, close);
                if (depth <= 0 || Bytes.startsWith(bytes, at, to, STREAM)) {
                    return close + 1;
                }
                at = close;
            }
        }
        return -1;
    }

    private static int change(byte[] bytes, int open, int close) {
        if (bytes[open + 1] == '/') {
            return -1;
        }
        return bytes[close - 1] == '/' || bytes[open + 1] == '?' ? 0 : 1;
    }

    /** Where the tag ends that begins here. */
    private static int close(byte[] bytes, int open, int to) {
        int quote = 0;
        for (int at = open; at < to; at++) {
            int next = bytes[at];
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '\'' || next == '"') {
                quote = next;
            } else if (next == '>') {
                return at;
            }
        }
        return -1;
    }
}
