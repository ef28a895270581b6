package dev.porchlight.wire.dev;

import java.util.List;

/** The faults that are still to come, each with how many times are left. */
public record FaultListReply(List<FaultRequest> faults) {}
