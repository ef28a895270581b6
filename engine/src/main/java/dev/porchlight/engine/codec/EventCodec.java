package dev.porchlight.engine.codec;

import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.PresenceEvent;

/** A {@link PresenceEvent} as bytes and back, exactly. The first byte is the format; there is no checksum. */
public final class EventCodec {
    static final int FORMAT = 1;

    private EventCodec() {}

    /**
     * An event as bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static byte[] encode(PresenceEvent event) {
        RecordWriter out = new RecordWriter(FORMAT);
        Parts.user(out, event.user());
        out.number(event.revision());
        Parts.answer(out, event.answer());
        Codes.STATUS.write(out, event.before());
        out.instant(event.at());
        Codes.CAUSE.write(out, event.cause().kind());
        out.text(event.cause().subject());
        out.text(event.cause().by());
        return out.bytes();
    }

    /**
     * An event from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static PresenceEvent decode(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        PresenceEvent event = new PresenceEvent(
                Parts.user(in),
                in.number(),
                Parts.answer(in),
                Codes.STATUS.read(in),
                in.instant(),
                new Cause(Codes.CAUSE.read(in), in.text(), in.text()));
        in.end();
        return event;
    }
}
