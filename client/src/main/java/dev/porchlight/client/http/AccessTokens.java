package dev.porchlight.client.http;

/** Where a client gets the token from that it sends with each request. Called by many threads. */
public interface AccessTokens {

    /**
     * The token to send now. May ask a server for it.
     *
     * @throws dev.porchlight.client.problem.PresenceException where there is none
     */
    String current();

    /**
     * The API did not take this token, before its time or not.
     *
     * @return whether {@link #current()} now gives another one, which is worth a try
     */
    default boolean refused(String token) {
        return false;
    }
}
