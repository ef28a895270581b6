package dev.porchlight.bench.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Porchlight's WebSocket.
 *
 * @param users whom the watcher of that number watches
 */
public record PorchlightDialect(String host, String token, IntFunction<List<String>> users) implements Dialect {
    @Override
    public byte[] opening(int watcher) {
        return """
                GET /v1/watch HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: porchlight.v1\r
                \r
                """.formatted(host, token).getBytes(ISO_8859_1);
    }

    @Override
    public Talk talk(int watcher) {
        return new Conversation(users.apply(watcher));
    }

    /** First the upgrade, then each user's answer, then changes. */
    private static final class Conversation implements Talk {
        private final int expected;
        private @Nullable List<String> toWatch;
        private int told;

        Conversation(List<String> users) {
            this.expected = users.size();
            this.toWatch = users;
        }

        @Override
        public int hear(ByteBuffer in, Consumer<byte[]> answer) {
            if (toWatch != null && !upgraded(in)) {
                return 0;
            }
            if (toWatch != null) {
                answer.accept(watch(toWatch));
                toWatch = null;
            }
            return frames(in, answer);
        }

        private int frames(ByteBuffer in, Consumer<byte[]> answer) {
            int heard = 0;
            for (Frame frame = Frame.next(in); frame != null; frame = Frame.next(in)) {
                switch (frame.opcode()) {
                    case Frame.TEXT -> heard++;
                    case Frame.PING -> answer.accept(new Frame(Frame.PONG, frame.payload()).bytes());
                    case Frame.CLOSE -> throw new IllegalStateException("closed with " + frame.closeCode());
                    default -> throw new IllegalStateException("a frame of opcode " + frame.opcode());
                }
            }
            told = Math.min(expected, told + heard);
            return heard;
        }

        @Override
        public boolean isReady() {
            return told == expected;
        }

        private static byte[] watch(List<String> users) {
            return Frame.text(users.stream().collect(Collectors.joining("\",\"", "{\"watch\":[\"", "\"]}")))
                    .bytes();
        }

        /** Whether the server's whole answer is there and taken. */
        private static boolean upgraded(ByteBuffer in) {
            String head = ISO_8859_1.decode(in.duplicate()).toString();
            int end = head.indexOf("\r\n\r\n");
            if (end >= 0 && !head.startsWith("HTTP/1.1 101 ")) {
                throw new IllegalStateException(
                        "no upgrade: " + head.lines().findFirst().orElse(head));
            }
            if (end >= 0) {
                in.position(in.position() + end + 4);
            }
            return end >= 0;
        }
    }
}
