package dev.porchlight.wire.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.porchlight.wire.Required;

/**
 * What a receiver of webhooks is asked to prove, in the order in which Zoom writes it.
 *
 * @param eventTs when it is asked, in milliseconds since 1970
 */
public record ProofRequest(
        @Required Payload payload, long eventTs, @Required String event) {

    /** What is to be signed. */
    public record Payload(
            @Required @JsonProperty("plainToken") String plainToken) {}
}
