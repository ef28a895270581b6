package dev.porchlight.wire;

import java.util.List;

/** The access tokens of an account, newest first. */
public record TokenListReply(List<TokenReply> tokens) {}
