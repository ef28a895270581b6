package dev.porchlight.client.oauth;

import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.problem.PresenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that end: each is renewed a while before that, so that no request is refused for its age. One thread renews, others
 * that come meanwhile wait. A renewal that fails while the old token is still good is put off.
 */
public final class RenewedTokens implements AccessTokens {
    /** Enough for a slow request and for clocks that differ a little. */
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final UnaryOperator<@Nullable Grant> renewal;
    private @Nullable Grant grant;
    private Instant renewAt = Instant.MIN;

    /**
     * @param first what is there already, or null
     * @param renewal makes a new grant of the last one
     */
    public RenewedTokens(InstantSource clock, @Nullable Grant first, UnaryOperator<@Nullable Grant> renewal) {
        this.clock = clock;
        this.renewal = renewal;
        if (first != null) {
            take(first, clock.instant());
        }
    }

    @Override
    public synchronized String current() {
        Instant now = clock.instant();
        Grant held = grant;
        if (held != null && now.isBefore(renewAt)) {
            return held.accessToken();
        }
        try {
            return renew(now);
        } catch (PresenceException e) {
            if (held == null || hasEnded(held, now)) {
                throw e;
            }
            renewAt = now.plus(AFTER_A_FAILURE);
            return held.accessToken();
        }
    }

    @Override
    public synchronized boolean refused(String token) {
        Grant held = grant;
        if (held != null && held.accessToken().equals(token)) {
            renewAt = Instant.MIN;
            grant = new Grant(token, Instant.MIN, held.refreshToken(), held.scope());
        }
        return !current().equals(token);
    }

    private String renew(Instant now) {
        Grant renewed = renewal.apply(grant);
        if (renewed == null) {
            throw new IllegalStateException("a renewal must give a grant");
        }
        take(renewed, now);
        return renewed.accessToken();
    }

    private void take(Grant renewed, Instant now) {
        grant = renewed;
        Instant end = renewed.expiresAt();
        if (end == null) {
            renewAt = Instant.MAX;
            return;
        }
        Duration life = Duration.between(now, end);
        // Of a short life, the last fifth.
        Duration early = BEFORE_THE_END.compareTo(life.dividedBy(5)) < 0 ? BEFORE_THE_END : life.dividedBy(5);
        renewAt = end.minus(early);
    }

    private static boolean hasEnded(Grant held, Instant now) {
        return held.expiresAt() != null && !now.isBefore(held.expiresAt());
    }
}
