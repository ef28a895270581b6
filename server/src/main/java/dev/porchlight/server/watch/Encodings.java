package dev.porchlight.server.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.WatchEvent;

/** Answers as they are sent, each made once for all its watchers. */
final class Encodings {
    /** By identity: the one object of a change is what reaches every mailbox, and it is forgotten with the last of them. */
    private final Cache<Shown, Encoded> made = Caffeine.newBuilder().weakKeys().build();

    Encoded of(Shown shown) {
        return made.get(shown, Encodings::encoded);
    }

    private static Encoded encoded(Shown shown) {
        return Encoded.of(Json.text(new WatchEvent(
                shown.user().user(),
                StatusNames.PUT.name(shown.answer().status()),
                shown.answer().since(),
                shown.answer().until(),
                shown.revision(),
                shown.changedAt(),
                shown.corrected() ? true : null)));
    }
}
