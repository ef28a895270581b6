package dev.porchlight.wire.dev;

import java.util.List;

/** Requests that arrived, oldest first; how many more there were, of which only the newest are kept. */
public record RequestListReply(List<RecordedRequest> requests, long dropped) {}
