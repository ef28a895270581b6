package dev.porchlight.bench.watch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A frame of a WebSocket as a client reads and writes it (RFC 6455, section 5). The mask is zero: nobody needs it here. */
public final class Frame {
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private final int opcode;
    private final byte[] payload;

    public Frame(int opcode, byte[] payload) {
        this.opcode = opcode;
        this.payload = payload;
    }

    public int opcode() {
        return opcode;
    }

    public byte[] payload() {
        return payload;
    }

    public static Frame text(String text) {
        return new Frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next whole frame of a server; null, and nothing is taken, where there is none. */
    public static @Nullable Frame next(ByteBuffer in) {
        in.mark();
        if (in.remaining() >= 2) {
            int opcode = in.get() & 0x0F;
            long size = size(in);
            if (size >= 0 && in.remaining() >= size) {
                byte[] payload = new byte[(int) size];
                in.get(payload);
                return new Frame(opcode, payload);
            }
        }
        in.reset();
        return null;
    }

    /** -1 where it is not whole. */
    private static long size(ByteBuffer in) {
        int size = in.get() & 0x7F;
        return switch (size) {
            case SHORT -> in.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(in.getShort());
            case LONG -> in.remaining() < Long.BYTES ? -1 : in.getLong();
            default -> size;
        };
    }

    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The code of a close frame. */
    public int closeCode() {
        return payload.length < 2
                ? 1005
                : Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
    }

    /** As a client sends it. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(14 + payload.length);
        out.put((byte) (FINAL | opcode));
        if (payload.length < SHORT) {
            out.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xFFFF) {
            out.put((byte) (MASKED | SHORT)).putShort((short) payload.length);
        } else {
            out.put((byte) (MASKED | LONG)).putLong(payload.length);
        }
        out.putInt(0).put(payload);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }
}
