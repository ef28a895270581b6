package dev.porchlight.bench.peers.speech;

import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.watch.Frame;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Porchlight: watching over WebSocket with each user's own token among the subprotocols; changes are durable PUTs of the declaration over
 * connections of their own. An answer's number is its revision.
 */
public final class WatchDialect implements Dialect {
    private static final int WRITERS = 16;
    private static final byte[] HEAD_END = Bytes.of("\r\n\r\n");
    private static final byte[] UPGRADED = Bytes.of("HTTP/1.1 101 ");
    private static final byte[] DONE = Bytes.of("HTTP/1.1 204 ");
    private static final byte[] USER = Bytes.of("\"user\":\"");
    private static final byte[] REVISION = Bytes.of("\"revision\":");

    private final String host;

    public WatchDialect(String host) {
        this.host = host;
    }

    @Override
    public Talk talk(int user, Contacts contacts, long number, Ear ear) {
        return new Watching(upgrade(user), watch(user, contacts), ear);
    }

    @Override
    public byte[] change(int user, Contacts contacts, long number) {
        String body = "{\"status\":\"" + Statuses.name(number) + "\"}";
        return Bytes.of("""
                PUT /v1/users/%s/declaration HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(Load.userId(user), host, Load.userToken(user), body.length(), body));
    }

    @Override
    public int writers() {
        return WRITERS;
    }

    @Override
    public Talk writer() {
        return new Writing();
    }

    private byte[] upgrade(int user) {
        return Bytes.of("""
                GET /v1/watch HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: porchlight.v1, porchlight.token.%s\r
                \r
                """.formatted(host, Load.userToken(user)));
    }

    private static byte[] watch(int user, Contacts contacts) {
        return Frame.text(IntStream.range(0, contacts.watchedBy(user))
                        .mapToObj(place -> '"' + Load.userId(contacts.at(user, place)) + '"')
                        .collect(Collectors.joining(",", "{\"watch\":[", "]}")))
                .bytes();
    }

    /** Takes a head that is whole and begins as expected. */
    private static int head(byte[] bytes, int from, int to, byte[] expected) {
        int end = Bytes.find(bytes, from, to, HEAD_END);
        if (end >= 0 && !Bytes.startsWith(bytes, from, to, expected)) {
            throw new IllegalStateException(Bytes.text(bytes, from, end));
        }
        return end < 0 ? from : end + HEAD_END.length;
    }

    private static final class Watching implements Talk {
        private final byte[] upgrade;
        private final byte[] watch;
        private final Ear ear;
        private boolean in;

        Watching(byte[] upgrade, byte[] watch, Ear ear) {
            this.upgrade = upgrade;
            this.watch = watch;
            this.ear = ear;
        }

        @Override
        public byte[] opening() {
            return upgrade;
        }

        @Override
        public boolean isIn() {
            return in;
        }

        @Override
        public int hear(byte[] bytes, int from, int to) {
            int at = from;
            if (!in) {
                at = head(bytes, from, to, UPGRADED);
                in = at > from;
                if (!in) {
                    return from;
                }
                ear.say(watch);
            }
            return frames(bytes, at, to);
        }

        private int frames(byte[] bytes, int from, int to) {
            int at = from;
            while (to - at >= 2) {
                int size = bytes[at + 1] & 0x7F;
                int payload = at + (size == 126 ? 4 : 2);
                if (payload > to) {
                    return at;
                }
                if (size == 126) {
                    size = ((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF);
                }
                if (size > to - payload) {
                    return at;
                }
                frame(bytes, bytes[at] & 0x0F, payload, payload + size);
                at = payload + size;
            }
            return at;
        }

        private void frame(byte[] bytes, int opcode, int from, int to) {
            switch (opcode) {
                case Frame.TEXT -> {
                    int user = Bytes.behind(bytes, from, to, USER);
                    int revision = Bytes.behind(bytes, user, to, REVISION);
                    ear.told(UserIds.number(bytes, user), Bytes.number(bytes, revision, to));
                }
                case Frame.PING -> ear.say(new Frame(Frame.PONG, new byte[0]).bytes());
                default ->
                    throw new IllegalStateException("a frame of opcode " + opcode + ": " + Bytes.text(bytes, from, to));
            }
        }
    }

    /** Replies to changes, each a head without a body. */
    private static final class Writing implements Talk {
        @Override
        public byte[] opening() {
            return new byte[0];
        }

        @Override
        public boolean isIn() {
            return true;
        }

        @Override
        public int hear(byte[] bytes, int from, int to) {
            int at = from;
            for (int next = head(bytes, at, to, DONE); next > at; next = head(bytes, at, to, DONE)) {
                at = next;
            }
            return at;
        }
    }
}
