package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a new account.
 *
 * @param name in a person's words, or null for the id
 */
public record AccountRequest(@Required String id, @Nullable String name) {}
