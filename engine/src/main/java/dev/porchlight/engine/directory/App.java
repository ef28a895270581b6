package dev.porchlight.engine.directory;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth app of an account.
 *
 * @param id the client id, unique in the whole store
 * @param secretHash never the secret itself; null for a public client, which can keep none (RFC 6749, section 2.1)
 * @param scopes what its tokens may do
 * @param redirectUris where users may be sent back to, exactly so
 */
public record App(
        String account,
        String id,
        String name,
        @Nullable String secretHash,
        SortedSet<String> scopes,
        Kind kind,
        List<String> redirectUris,
        Instant createdAt) {

    /** Who allows what it does. */
    public enum Kind {
        /** The account: its tokens are nobody's. */
        SERVER_TO_SERVER,
        /** Each user: its tokens are theirs. */
        USER_AUTHORISED
    }

    public App {
        redirectUris = List.copyOf(redirectUris);
    }

    /** A server-to-server app. */
    public App(String account, String id, String name, String secretHash, SortedSet<String> scopes, Instant createdAt) {
        this(account, id, name, secretHash, scopes, Kind.SERVER_TO_SERVER, List.of(), createdAt);
    }

    /** Whether it has no secret to prove itself by. */
    public boolean isPublic() {
        return secretHash == null;
    }
}
