package dev.porchlight.reference.request;

/** HTTP basic authentication (RFC 7617), in UTF-8. The password is a placeholder, never a real one. */
public record Basic(String user, String password) {}
