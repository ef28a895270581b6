package dev.porchlight.server.oauth;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Turns grants into tokens, each once. Whoever brings one a second time has stolen it, or brings it after a thief: all that came
 * of the same consent is then taken back (RFC 9700, section 4.14.2).
 */
final class Exchange {
    static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

    private final Grants grants;
    private final Users users;
    private final AccessTokens tokens;
    private final Gate gate;
    private final Secrets secrets;
    private final InstantSource clock;

    Exchange(Grants grants, Users users, AccessTokens tokens, Gate gate, Secrets secrets, InstantSource clock) {
        this.grants = grants;
        this.users = users;
        this.tokens = tokens;
        this.gate = gate;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether it can still be exchanged. */
    boolean isGood(Grant grant) {
        return clock.instant().isBefore(grant.expiresAt());
    }

    /** @param scopes of the access token, at most those of the grant */
    CompletionStage<Reply> exchanged(App app, Grant grant, SortedSet<String> scopes) {
        String user = Objects.requireNonNull(grant.user(), "nobody has allowed it");
        return users.find(grant.account(), user)
                .thenCompose(found -> found.filter(known -> known.state() == User.State.ACTIVE)
                                .isPresent()
                        ? tokens.make(app, user, scopes).thenCompose(made -> exchanged(grant, made))
                        : OAuthReplies.invalidGrant());
    }

    private CompletionStage<Reply> exchanged(Grant grant, AccessTokens.Made made) {
        String refresh = secrets.secret();
        Instant now = clock.instant();
        Instant end = now.plus(REFRESH_LIFETIME);
        Grant next = new Grant(
                Secrets.hash(refresh),
                grant.family(),
                grant.account(),
                grant.user(),
                grant.app(),
                grant.scopes(),
                now,
                end,
                new Proof.Refresh(),
                null);
        Grants.Issue issue = new Grants.Issue(List.of(made.token()), List.of(next));
        return grants.exchange(grant, grant.usedFor(made.token().hash(), end), issue)
                .thenCompose(written -> written == Written.DONE
                        ? CompletableFuture.completedStage(OAuthReplies.of(tokens.reply(made, refresh)))
                        : replayed(grant));
    }

    /** Somebody brings what was exchanged before. */
    CompletionStage<Reply> replayed(Grant grant) {
        return revoked(grant.family()).thenCompose(done -> OAuthReplies.invalidGrant());
    }

    /** Takes back all that came of one consent. */
    CompletionStage<Void> revoked(String family) {
        return grants.revoke(family)
                .thenAccept(hashes -> gate.forget(
                        caller -> hashes.contains(caller.credential().hash())));
    }
}
