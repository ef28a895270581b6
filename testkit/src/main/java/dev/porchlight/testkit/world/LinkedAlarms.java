package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Alarms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The alarms as a node sees them: at the far end of its link. */
record LinkedAlarms(Alarms alarms, Link link) implements Alarms {

    @Override
    public CompletionStage<List<UserKey>> due(Instant now, int limit) {
        return link.call("due", () -> alarms.due(now, limit));
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        return link.call("next", alarms::next);
    }
}
