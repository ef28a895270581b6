package dev.porchlight.engine.authority;

import java.time.Instant;

/**
 * A key that tokens are signed with.
 *
 * @param id as tokens name it
 * @param jwk the private key as a JSON Web Key (RFC 7517): whoever has it can make tokens that others believe
 */
public record SigningKey(String id, String jwk, Instant createdAt) {
    @Override
    public String toString() {
        return "SigningKey[id=" + id + ", createdAt=" + createdAt + "]";
    }
}
