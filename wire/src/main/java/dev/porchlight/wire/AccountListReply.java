package dev.porchlight.wire;

import java.util.List;

/** The accounts of a server. */
public record AccountListReply(List<AccountReply> accounts) {}
