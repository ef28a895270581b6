package dev.porchlight.reference.request;

import java.util.Map;
import java.util.Optional;

/** Values for variables that Postman makes up anew for each request: always the same, so that pages stay the same. */
final class Examples {
    private static final String UUID = "3f1c2b6e-8d4a-4c0f-9b57-2a6e9d1f4c83";

    private static final Map<String, String> VALUES = Map.of(
            "$guid", UUID,
            "$randomUUID", UUID,
            "$timestamp", "1767225600",
            "$isoTimestamp", "2026-01-01T00:00:00.000Z",
            "$randomInt", "417");

    private Examples() {}

    static Optional<String> of(String variable) {
        return Optional.ofNullable(VALUES.get(variable));
    }
}
