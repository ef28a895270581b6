package dev.porchlight.server.archive;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lines of an export as items for a store: the way back of {@link Lines}. Words that it does not know are refused. */
final class Items {
    private Items() {}

    /**
     * The item of a line that is neither the first nor the last.
     *
     * @throws IllegalArgumentException for a line that holds none or several, or an unknown word
     */
    static Item of(ArchiveLine line) {
        List<Item> items = new ArrayList<>(1);
        if (line.account() != null) {
            items.add(account(line.account()));
        }
        if (line.user() != null) {
            items.add(user(line.user()));
        }
        if (line.app() != null) {
            items.add(app(line.app()));
        }
        if (line.token() != null) {
            items.add(token(line.token()));
        }
        if (line.password() != null) {
            items.add(password(line.password()));
        }
        if (line.grant() != null) {
            items.add(new Item.OfGrant(GrantLines.grant(line.grant())));
        }
        if (line.subscription() != null) {
            items.add(subscription(line.subscription()));
        }
        if (line.presence() != null) {
            items.add(presence(line.presence()));
        }
        if (line.event() != null) {
            items.add(event(line.event()));
        }
        if (line.reading() != null) {
            items.add(reading(line.reading()));
        }
        if (items.size() != 1) {
            throw new IllegalArgumentException(
                    items.size()
                            + " entries (expected: one account, user, app, token, password, grant, subscription, presence, event or reading)");
        }
        return items.getFirst();
    }

    private static Item account(AccountLine line) {
        return new Item.OfAccount(new Account(line.id(), line.name(), line.createdAt()));
    }

    private static Item user(UserLine line) {
        return new Item.OfUser(new User(
                line.account(),
                line.id(),
                line.email(),
                line.firstName(),
                line.lastName(),
                line.displayName(),
                line.type(),
                constant(User.State.class, "state", line.state()),
                line.createdAt()));
    }

    private static Item app(AppLine line) {
        return new Item.OfApp(new App(
                line.account(),
                line.id(),
                line.name(),
                line.secretHash(),
                new TreeSet<>(line.scopes()),
                line.kind() == null ? App.Kind.SERVER_TO_SERVER : constant(App.Kind.class, "kind", line.kind()),
                Objects.requireNonNullElse(line.redirectUris(), List.of()),
                line.createdAt()));
    }

    private static Item token(TokenLine line) {
        return new Item.OfToken(new Token(
                line.hash(),
                line.account(),
                line.user(),
                line.app(),
                line.name(),
                new TreeSet<>(line.scopes()),
                line.createdAt(),
                line.expiresAt()));
    }

    private static Item password(PasswordLine line) {
        UserKey user = new UserKey(line.account(), line.user());
        return new Item.OfPassword(new Password(user, line.hash(), line.setAt()));
    }

    private static Item subscription(SubscriptionLine line) {
        return new Item.OfSubscription(new Subscription(
                line.account(),
                line.id(),
                line.app(),
                new Subscription.Terms(
                        line.name(), line.url(), new TreeSet<>(line.events()), new TreeSet<>(line.users())),
                line.secret(),
                new Subscription.Health(
                        constant(Subscription.State.class, "state", line.state()), line.failures(), line.proveAt()),
                line.createdAt()));
    }

    private static Item presence(PresenceLine line) {
        Presence presence = new Presence(
                new UserKey(line.account(), line.user()),
                line.revision(),
                line.sessions().stream().map(Items::session).toList(),
                line.claims().stream().map(Items::claim).toList(),
                declaration(line.declaration()),
                line.updatedAt(),
                answer(line.shown()),
                // Exports of earlier versions do not tell it.
                Objects.requireNonNullElse(line.changedAt(), line.shown().since()));
        return new Item.OfPresence(presence, line.alarm());
    }

    private static Session session(PresenceLine.SessionPart part) {
        return new Session(
                part.id(),
                part.platform(),
                new ClientVersion(part.version()),
                constant(Activity.class, "state", part.state()),
                part.since(),
                part.stateSince(),
                part.leaseUntil());
    }

    private static Claim claim(PresenceLine.ClaimPart part) {
        return new Claim(part.source(), status(part.status()), part.since(), part.until());
    }

    private static @Nullable Declaration declaration(PresenceLine.@Nullable DeclarationPart part) {
        return part == null ? null : new Declaration(status(part.status()), part.since(), part.until(), part.by());
    }

    private static Item event(EventLine line) {
        return new Item.OfEvent(new PresenceEvent(
                new UserKey(line.account(), line.user()),
                line.revision(),
                answer(line.answer()),
                status(line.before()),
                line.at(),
                new Cause(constant(Cause.Kind.class, "cause", line.cause()), line.subject(), line.by())));
    }

    private static Item reading(ReadingLine line) {
        UserKey user = new UserKey(line.account(), line.user());
        return new Item.OfReading(new Reading(user, line.at(), line.by(), line.from(), line.to()));
    }

    private static Answer answer(AnswerLine line) {
        return new Answer(status(line.status()), line.since(), line.until());
    }

    private static Status status(String name) {
        Status status = StatusNames.PUT.status(name);
        if (status == null) {
            throw new IllegalArgumentException("status: \"" + name + "\" (expected: a status)");
        }
        return status;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(field + ": \"" + name + "\" (expected: another word)");
    }
}
