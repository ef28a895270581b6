package dev.porchlight.server.v1;

import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.rule.Explanation;
import dev.porchlight.core.rule.Line;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.PresenceReply;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Presences and explanations as {@code /v1} tells of them. */
final class PresenceLines {
    private PresenceLines() {}

    static PresenceReply reply(String user, Explanation explanation) {
        Presence presence = explanation.presence();
        return new PresenceReply(
                user,
                StatusNames.PUT.name(explanation.answer().status()),
                explanation.answer().since(),
                explanation.answer().until(),
                presence.revision(),
                new PresenceReply.Why(
                        explanation.line().name().toLowerCase(Locale.ROOT),
                        winner(explanation),
                        sessions(presence),
                        presence.claims().stream().map(PresenceLines::claim).toList(),
                        declaration(presence.declaration()),
                        explanation.nextChange()));
    }

    static List<PresenceReply.SessionLine> sessions(Presence presence) {
        return presence.sessions().stream().map(PresenceLines::session).toList();
    }

    private static String winner(Explanation explanation) {
        return switch (explanation.line()) {
            case NOBODY_SIGNED_IN -> "nobody";
            case DO_NOT_DISTURB_DECLARED, DECLARED, IDLE_SINCE_DECLARED -> "declaration";
            case NEWER_CLAIM, CLAIMED -> "claim:" + source(explanation);
            case ACTIVE_SESSION, IDLE_SESSIONS -> "sessions";
        };
    }

    private static String source(Explanation explanation) {
        Claim claim = explanation.claim();
        if (claim == null) {
            throw new IllegalStateException(Line.class.getSimpleName() + " " + explanation.line() + " without a claim");
        }
        return claim.source();
    }

    private static PresenceReply.SessionLine session(Session session) {
        return new PresenceReply.SessionLine(
                session.id(),
                session.platform(),
                session.version().text(),
                session.activity().name().toLowerCase(Locale.ROOT),
                session.since(),
                session.activitySince(),
                session.leaseUntil());
    }

    private static PresenceReply.ClaimLine claim(Claim claim) {
        return new PresenceReply.ClaimLine(
                claim.source(), StatusNames.PUT.name(claim.status()), claim.since(), claim.until());
    }

    private static PresenceReply.@Nullable DeclarationLine declaration(@Nullable Declaration declaration) {
        return declaration == null
                ? null
                : new PresenceReply.DeclarationLine(
                        StatusNames.PUT.name(declaration.status()),
                        declaration.since(),
                        declaration.until(),
                        declaration.by());
    }
}
