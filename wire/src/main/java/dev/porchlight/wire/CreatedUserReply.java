package dev.porchlight.wire;

/** The reply to POST /v2/users: Zoom names these fields and no others. */
public record CreatedUserReply(String id, String email, String firstName, String lastName, int type) {}
