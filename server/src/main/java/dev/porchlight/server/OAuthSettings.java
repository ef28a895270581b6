package dev.porchlight.server;

/** How people and apps get tokens. */
public record OAuthSettings() {
    public static final OAuthSettings DEFAULTS = new OAuthSettings();
}
