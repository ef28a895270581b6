package dev.porchlight.wire.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.porchlight.wire.Required;

/** What a receiver of webhooks answers to {@code endpoint.url_validation}. */
public record ProofReply(
        @Required @JsonProperty("plainToken") String plainToken,
        @Required @JsonProperty("encryptedToken") String encryptedToken) {}
