package dev.porchlight.core.presence;

/**
 * Names one user of one account. The same user id in two accounts is two users.
 *
 * @param account id of the account
 * @param user id of the user within it, never an e-mail address
 */
public record UserKey(String account, String user) {}
