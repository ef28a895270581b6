package dev.porchlight.engine.directory;

import java.time.Instant;
import java.util.SortedSet;

/**
 * An OAuth app of an account.
 *
 * @param id the client id, unique in the whole store
 * @param secretHash never the secret itself
 * @param scopes what its tokens may do
 */
public record App(
        String account, String id, String name, String secretHash, SortedSet<String> scopes, Instant createdAt) {}
