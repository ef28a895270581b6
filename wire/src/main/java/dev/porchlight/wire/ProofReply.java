package dev.porchlight.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a receiver of webhooks answers to {@code endpoint.url_validation}. */
public record ProofReply(
        @Required @JsonProperty("plainToken") String plainToken,
        @Required @JsonProperty("encryptedToken") String encryptedToken) {}
