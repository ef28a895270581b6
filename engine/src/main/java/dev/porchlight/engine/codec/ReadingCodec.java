package dev.porchlight.engine.codec;

import dev.porchlight.engine.port.History.Reading;

/** A {@link Reading} as bytes and back, exactly. The first byte is the format; there is no checksum. */
public final class ReadingCodec {
    static final int FORMAT = 1;

    private ReadingCodec() {}

    /**
     * A reading as bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static byte[] encode(Reading reading) {
        RecordWriter out = new RecordWriter(FORMAT);
        Parts.user(out, reading.user());
        out.instant(reading.at());
        out.text(reading.by());
        out.instant(reading.from());
        out.instant(reading.to());
        return out.bytes();
    }

    /**
     * A reading from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Reading decode(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Reading reading = new Reading(Parts.user(in), in.instant(), in.text(), in.instant(), in.instant());
        in.end();
        return reading;
    }
}
