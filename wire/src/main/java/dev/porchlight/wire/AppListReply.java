package dev.porchlight.wire;

import java.util.List;

/** The OAuth apps of an account. */
public record AppListReply(List<AppReply> apps) {}
