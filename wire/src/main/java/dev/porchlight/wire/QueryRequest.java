package dev.porchlight.wire;

import java.util.List;

/** The body of POST /v1/presence/query: ids and e-mail addresses. */
public record QueryRequest(@Required List<String> users) {}
