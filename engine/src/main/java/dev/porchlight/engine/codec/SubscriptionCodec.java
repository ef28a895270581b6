package dev.porchlight.engine.codec;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscription.Health;
import dev.porchlight.engine.directory.Subscription.Terms;
import java.util.SortedSet;
import java.util.TreeSet;

/** A {@link Subscription} as bytes and back, exactly. The first byte is the format; there is no checksum. */
public final class SubscriptionCodec {
    static final int FORMAT = 1;

    private SubscriptionCodec() {}

    /**
     * A subscription as bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static byte[] encode(Subscription subscription) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.text(subscription.account());
        out.text(subscription.id());
        out.optional(subscription.app(), out::text);
        Terms terms = subscription.terms();
        out.text(terms.name());
        out.text(terms.url());
        out.list(terms.events(), out::text);
        out.list(terms.users(), out::text);
        out.text(subscription.secret());
        Health health = subscription.health();
        Codes.SUBSCRIPTION_STATE.write(out, health.state());
        out.number(health.failures());
        out.instant(health.proveAt());
        out.instant(subscription.createdAt());
        return out.bytes();
    }

    /**
     * A subscription from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Subscription decode(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Subscription subscription = new Subscription(
                in.text(),
                in.text(),
                in.optional(in::text),
                new Terms(in.text(), in.text(), sorted(in), sorted(in)),
                in.text(),
                new Health(Codes.SUBSCRIPTION_STATE.read(in), (int) in.number(), in.instant()),
                in.instant());
        in.end();
        return subscription;
    }

    private static SortedSet<String> sorted(RecordReader in) {
        return new TreeSet<>(in.list(in::text));
    }
}
