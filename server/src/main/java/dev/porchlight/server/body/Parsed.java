package dev.porchlight.server.body;

/** What became of a request's body: named fields, or the refusal to answer with. */
public sealed interface Parsed permits Fields, Malformed {}
