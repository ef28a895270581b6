package dev.porchlight.wire;

/**
 * The body of every refusal on /oauth.
 *
 * @param reason for people
 * @param error one of the words of RFC 6749, section 5.2
 */
public record OAuthProblem(String reason, String error) {}
