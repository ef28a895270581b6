package dev.porchlight.store.valkey.line;

import java.util.List;

/**
 * What was found at a primary that can be worked with.
 *
 * @param server which, as {@code host:port}
 * @param warnings sentences for the operator, each with what to do
 */
public record Findings(String server, Durability durability, List<String> warnings) {
    public Findings {
        warnings = List.copyOf(warnings);
    }

    /** What is left of an acknowledged change when the server's process dies. Replicas are not counted. */
    public enum Durability {
        /** All. */
        ALWAYS,
        /** All but the last second. */
        EVERY_SECOND,
        /** All but what the kernel had not written, or what came after the last snapshot. */
        NOW_AND_THEN,
        /** Nothing: it is in memory only. */
        NONE,
        /** The server does not tell. */
        UNKNOWN
    }
}
