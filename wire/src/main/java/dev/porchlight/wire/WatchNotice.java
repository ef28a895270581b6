package dev.porchlight.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher is told besides answers.
 *
 * @param unknown those asked for that the account does not have
 * @param reconnectIn before the server goes down: how many milliseconds to wait before coming back, different for each
 *     watcher so that they do not come all at once
 */
public record WatchNotice(
        @Nullable List<String> unknown, @Nullable Long reconnectIn) {}
