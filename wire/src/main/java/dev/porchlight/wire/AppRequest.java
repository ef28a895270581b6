package dev.porchlight.wire;

import java.util.List;

/** Asks for a new OAuth app of the caller's account. */
public record AppRequest(@Required String name, @Required List<String> scopes) {}
