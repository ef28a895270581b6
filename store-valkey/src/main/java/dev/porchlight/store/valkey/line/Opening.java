package dev.porchlight.store.valkey.line;

import io.lettuce.core.RedisURI;
import java.util.List;

/** Puts the pieces together. */
final class Opening {
    private static final String EXPECTED = "an address of the store cannot be read (expected: redis://host:port,"
            + " rediss://user:password@host:port or redis-sentinel://host:port,host:port#name)";

    private Opening() {}

    static Lines open(ValkeyOptions options, String node) {
        List<RedisURI> uris = options.uris().stream().map(Opening::parse).toList();
        Dial dial = new Dial(uris.getFirst(), "porchlight-" + node, options.authorities());
        return new Switchboard(
                dial, locator(dial, uris), options.prefix(), options.replicasAcknowledge(), options.patience());
    }

    /** The address is not repeated where it is wrong: there may be a password in it. */
    private static RedisURI parse(String uri) {
        RedisURI parsed;
        try {
            parsed = RedisURI.create(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (parsed.getSocket() != null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return parsed;
    }

    private static Locator locator(Dial dial, List<RedisURI> uris) {
        String name = uris.getFirst().getSentinelMasterId();
        if (name == null) {
            return new Detecting(dial, uris.stream().map(Address::of).toList());
        }
        List<RedisURI> sentinels =
                uris.stream().flatMap(uri -> uri.getSentinels().stream()).toList();
        sentinels.forEach(sentinel -> sentinel.setTimeout(Dial.TIMEOUT));
        return new SentinelLocator(dial, sentinels, name);
    }
}
