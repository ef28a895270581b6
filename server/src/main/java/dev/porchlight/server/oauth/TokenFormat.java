package dev.porchlight.server.oauth;

/** What an access token looks like. Either is revoked within a second on every node, since either is looked up. */
public enum TokenFormat {
    /** A random text, which tells nothing. */
    OPAQUE,
    /** A signed JSON Web Token (RFC 9068), which others can read and check by the published keys. */
    JWT
}
