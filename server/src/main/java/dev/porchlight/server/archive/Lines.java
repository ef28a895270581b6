package dev.porchlight.server.archive;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.archive.AccountLine;
import dev.porchlight.wire.archive.AnswerLine;
import dev.porchlight.wire.archive.AppLine;
import dev.porchlight.wire.archive.ArchiveLine;
import dev.porchlight.wire.archive.EventLine;
import dev.porchlight.wire.archive.PasswordLine;
import dev.porchlight.wire.archive.PresenceLine;
import dev.porchlight.wire.archive.ReadingLine;
import dev.porchlight.wire.archive.SubscriptionLine;
import dev.porchlight.wire.archive.TokenLine;
import dev.porchlight.wire.archive.UserLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Items of a store as lines of an export. {@link Items} is the way back. */
final class Lines {
    private Lines() {}

    static ArchiveLine of(Item item) {
        return switch (item) {
            case Item.OfAccount kept -> ArchiveLine.of(account(kept.account()));
            case Item.OfUser kept -> ArchiveLine.of(user(kept.user()));
            case Item.OfApp kept -> ArchiveLine.of(app(kept.app()));
            case Item.OfToken kept -> ArchiveLine.of(token(kept.token()));
            case Item.OfPassword kept -> ArchiveLine.of(password(kept.password()));
            case Item.OfGrant kept -> ArchiveLine.of(GrantLines.of(kept.grant()));
            case Item.OfSubscription kept -> ArchiveLine.of(subscription(kept.subscription()));
            case Item.OfPresence kept -> ArchiveLine.of(presence(kept.presence(), kept.alarm()));
            case Item.OfEvent kept -> ArchiveLine.of(event(kept.event()));
            case Item.OfReading kept -> ArchiveLine.of(reading(kept.reading()));
        };
    }

    private static AccountLine account(Account account) {
        return new AccountLine(account.id(), account.name(), account.createdAt());
    }

    private static UserLine user(User user) {
        return new UserLine(
                user.account(),
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                user.type(),
                name(user.state()),
                user.createdAt());
    }

    private static AppLine app(App app) {
        return new AppLine(
                app.account(),
                app.id(),
                app.name(),
                app.secretHash(),
                List.copyOf(app.scopes()),
                name(app.kind()),
                app.redirectUris(),
                app.createdAt());
    }

    private static TokenLine token(Token token) {
        return new TokenLine(
                token.hash(),
                token.account(),
                token.user(),
                token.app(),
                token.name(),
                List.copyOf(token.scopes()),
                token.createdAt(),
                token.expiresAt());
    }

    private static PasswordLine password(Password password) {
        return new PasswordLine(password.user().account(), password.user().user(), password.hash(), password.setAt());
    }

    private static SubscriptionLine subscription(Subscription subscription) {
        Subscription.Terms terms = subscription.terms();
        Subscription.Health health = subscription.health();
        return new SubscriptionLine(
                subscription.account(),
                subscription.id(),
                subscription.app(),
                terms.name(),
                terms.url(),
                List.copyOf(terms.events()),
                List.copyOf(terms.users()),
                subscription.secret(),
                name(health.state()),
                health.failures(),
                health.proveAt(),
                subscription.createdAt());
    }

    private static PresenceLine presence(Presence presence, @Nullable Instant alarm) {
        return new PresenceLine(
                presence.user().account(),
                presence.user().user(),
                presence.revision(),
                presence.sessions().stream().map(Lines::session).toList(),
                presence.claims().stream().map(Lines::claim).toList(),
                declaration(presence.declaration()),
                presence.updatedAt(),
                answer(presence.shown()),
                presence.changedAt(),
                alarm);
    }

    private static PresenceLine.SessionPart session(Session session) {
        return new PresenceLine.SessionPart(
                session.id(),
                session.platform(),
                session.version().text(),
                name(session.activity()),
                session.since(),
                session.activitySince(),
                session.leaseUntil());
    }

    private static PresenceLine.ClaimPart claim(Claim claim) {
        return new PresenceLine.ClaimPart(
                claim.source(), StatusNames.PUT.name(claim.status()), claim.since(), claim.until());
    }

    private static PresenceLine.@Nullable DeclarationPart declaration(@Nullable Declaration declaration) {
        return declaration == null
                ? null
                : new PresenceLine.DeclarationPart(
                        StatusNames.PUT.name(declaration.status()),
                        declaration.since(),
                        declaration.until(),
                        declaration.by());
    }

    private static EventLine event(PresenceEvent event) {
        return new EventLine(
                event.user().account(),
                event.user().user(),
                event.revision(),
                answer(event.answer()),
                StatusNames.PUT.name(event.before()),
                event.at(),
                name(event.cause().kind()),
                event.cause().subject(),
                event.cause().by());
    }

    private static ReadingLine reading(Reading reading) {
        return new ReadingLine(
                reading.user().account(),
                reading.user().user(),
                reading.at(),
                reading.by(),
                reading.from(),
                reading.to());
    }

    private static AnswerLine answer(Answer answer) {
        return new AnswerLine(StatusNames.PUT.name(answer.status()), answer.since(), answer.until());
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
