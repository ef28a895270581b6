package dev.porchlight.store.valkey.line;

import dev.porchlight.store.valkey.ValkeyOptions;
import io.lettuce.core.RedisURI;
import java.util.List;

/** Puts the pieces together. */
final class Opening {
    private Opening() {}

    static Lines open(ValkeyOptions options, String node) {
        List<RedisURI> uris = options.uris().stream().map(RedisURI::create).toList();
        Dial dial = new Dial(uris.getFirst(), "porchlight-" + node);
        Locator locator = new SinglePrimary(dial, uris.stream().map(Address::of).toList());
        return new Switchboard(dial, locator, options.replicasAcknowledge(), options.patience());
    }
}
