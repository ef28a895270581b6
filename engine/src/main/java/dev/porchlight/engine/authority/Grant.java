package dev.porchlight.engine.authority;

import dev.porchlight.core.presence.UserKey;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that an app may exchange for tokens, once (RFC 6749, section 1.3). It stays after that, so that a second exchange
 * is noticed.
 *
 * @param hash of the secret that is exchanged, never the secret itself
 * @param family shared by all that came of one consent of one user: it is taken back as a whole
 * @param user whose tokens they will be, or null as long as nobody has allowed it
 * @param app the client id that it is for, no other
 * @param expiresAt the end of its use; once exchanged, the end of what it came to
 * @param issued the hash of the token that it was exchanged for, or null as long as it was not
 */
public record Grant(
        String hash,
        String family,
        String account,
        @Nullable String user,
        String app,
        SortedSet<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Proof proof,
        @Nullable String issued) {

    /** What else has to be shown for it. */
    public sealed interface Proof {
        /**
         * An authorization code (RFC 6749, section 4.1; RFC 7636).
         *
         * @param redirectUri as it was in the request for it, or null where that had none
         * @param challenge what the verifier's SHA-256 must be, in base64url, or null for none
         */
        record Code(@Nullable String redirectUri, @Nullable String challenge) implements Proof {}

        /** A refresh token (RFC 6749, section 6). */
        record Refresh() implements Proof {}

        /**
         * A device's code (RFC 8628); its grant is found by the code that the user types.
         *
         * @param deviceHash of the secret that the device alone knows
         */
        record Device(String deviceHash, Answer answer) implements Proof {}
    }

    /** What the user said to a device. */
    public enum Answer {
        NONE,
        ALLOWED,
        DENIED
    }

    /** Whether it was exchanged. */
    public boolean isUsed() {
        return issued != null;
    }

    /** Whose it is, or null as long as nobody has allowed it. */
    public @Nullable UserKey owner() {
        return user == null ? null : new UserKey(account, user);
    }

    /** The same, exchanged for a token, and to be remembered until then. */
    public Grant usedFor(String token, Instant until) {
        return new Grant(hash, family, account, user, app, scopes, createdAt, until, proof, token);
    }

    /** The same with a user's answer to a device. */
    public Grant answered(@Nullable String by, Proof.Device device) {
        return new Grant(hash, family, account, by, app, scopes, createdAt, expiresAt, device, issued);
    }
}
