package dev.porchlight.server.watch;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One message in the bytes that go over the wire, the same for all who get it. */
final class Encoded {
    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int ONE_BYTE = 125;
    private static final int TWO_BYTES = 0xFFFF;
    private static final byte LENGTH_IN_TWO_BYTES = 126;
    private static final byte LENGTH_IN_EIGHT_BYTES = 127;

    private final byte[] frame;
    private final Buffer event;

    private Encoded(byte[] frame, Buffer event) {
        this.frame = frame;
        this.event = event;
    }

    static Encoded of(String json) {
        return new Encoded(frame(json.getBytes(StandardCharsets.UTF_8)), Buffer.buffer("data: " + json + "\n\n"));
    }

    /** A WebSocket's frame (RFC 6455, section 5.2). A server masks nothing, so it is the same on each connection. */
    ByteBuf frame() {
        return Unpooled.wrappedBuffer(frame);
    }

    /** A server-sent event. */
    Buffer event() {
        return event;
    }

    private static byte[] frame(byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(2 + Long.BYTES + payload.length).put(FINAL_TEXT);
        if (payload.length <= ONE_BYTE) {
            out.put((byte) payload.length);
        } else if (payload.length <= TWO_BYTES) {
            out.put(LENGTH_IN_TWO_BYTES).putShort((short) payload.length);
        } else {
            out.put(LENGTH_IN_EIGHT_BYTES).putLong(payload.length);
        }
        out.put(payload).flip();
        byte[] frame = new byte[out.remaining()];
        out.get(frame);
        return frame;
    }
}
