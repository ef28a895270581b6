package dev.porchlight.server.signin;

/**
 * A page that needs somebody to be signed in.
 *
 * @param address its path and query, where its forms go
 * @param account whose users can sign in here
 * @param purpose what for, in words that go on after "to", such as {@code let Calendar read your status}
 */
public record Place(String address, String account, String purpose) {}
