package dev.porchlight.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A watcher's message.
 *
 * @param watch ids and e-mail addresses to be told of from now on
 * @param unwatch those to be told of no longer
 * @param known revisions that the watcher has, by id: of these users only newer answers are sent
 */
public record WatchRequest(
        @Nullable List<String> watch,
        @Nullable List<String> unwatch,
        @Nullable Map<String, Long> known) {}
