package dev.porchlight.wire;

/**
 * The reply to /health/live and /health/ready.
 *
 * @param status {@code up}
 */
public record HealthReply(String status) {}
