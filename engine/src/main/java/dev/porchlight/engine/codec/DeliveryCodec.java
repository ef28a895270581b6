package dev.porchlight.engine.codec;

import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Letter;

/** A {@link Delivery} and an {@link Attempt} as bytes and back, exactly. The first byte is the format; there is no checksum. */
public final class DeliveryCodec {
    static final int FORMAT = 1;

    private DeliveryCodec() {}

    /**
     * A delivery as bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static byte[] encode(Delivery delivery) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.number(delivery.number());
        out.number(delivery.attempts());
        Parts.user(out, delivery.user());
        out.instant(delivery.at());
        out.text(delivery.letter().subscription());
        out.text(delivery.letter().event());
        out.text(delivery.letter().body());
        return out.bytes();
    }

    /**
     * An attempt as bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static byte[] encode(Attempt attempt) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.number(attempt.number());
        out.text(attempt.event());
        out.text(attempt.user());
        out.instant(attempt.at());
        out.number(attempt.millis());
        out.number(attempt.status());
        out.text(attempt.note());
        return out.bytes();
    }

    /**
     * A delivery from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Delivery delivery(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Delivery delivery = new Delivery(
                in.number(),
                (int) in.number(),
                Parts.user(in),
                in.instant(),
                new Letter(in.text(), in.text(), in.text()));
        in.end();
        return delivery;
    }

    /**
     * An attempt from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Attempt attempt(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Attempt attempt =
                new Attempt(in.number(), in.text(), in.text(), in.instant(), in.number(), (int) in.number(), in.text());
        in.end();
        return attempt;
    }
}
