package dev.porchlight.wire;

import java.util.List;

/** The live sessions of a user. */
public record SessionListReply(List<PresenceReply.SessionLine> sessions) {}
