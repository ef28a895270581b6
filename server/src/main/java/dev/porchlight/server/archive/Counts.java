package dev.porchlight.server.archive;

import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.wire.archive.ArchiveEnd;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many of each kind. */
public record Counts(Map<Kind, Long> each) {
    static final Counts NONE = new Counts(Map.of());

    /** A kind of item, in the order in which they are told. */
    public enum Kind {
        ACCOUNTS,
        USERS,
        APPS,
        TOKENS,
        PRESENCES,
        EVENTS,
        READINGS,
        PASSWORDS,
        GRANTS,
        SUBSCRIPTIONS;

        static Kind of(Item item) {
            return switch (item) {
                case Item.OfAccount _ -> ACCOUNTS;
                case Item.OfUser _ -> USERS;
                case Item.OfApp _ -> APPS;
                case Item.OfToken _ -> TOKENS;
                case Item.OfPassword _ -> PASSWORDS;
                case Item.OfGrant _ -> GRANTS;
                case Item.OfSubscription _ -> SUBSCRIPTIONS;
                case Item.OfPresence _ -> PRESENCES;
                case Item.OfEvent _ -> EVENTS;
                case Item.OfReading _ -> READINGS;
            };
        }
    }

    public Counts {
        Map<Kind, Long> some = new EnumMap<>(Kind.class);
        each.forEach((kind, count) -> {
            if (count != 0) {
                some.put(kind, count);
            }
        });
        each = Map.copyOf(some);
    }

    static Counts of(ArchiveEnd end) {
        return new Counts(Map.of(
                Kind.ACCOUNTS,
                end.accounts(),
                Kind.USERS,
                end.users(),
                Kind.APPS,
                end.apps(),
                Kind.TOKENS,
                end.tokens(),
                Kind.PRESENCES,
                end.presences(),
                Kind.EVENTS,
                end.events(),
                Kind.READINGS,
                orNone(end.readings()),
                Kind.PASSWORDS,
                orNone(end.passwords()),
                Kind.GRANTS,
                orNone(end.grants()),
                Kind.SUBSCRIPTIONS,
                orNone(end.subscriptions())));
    }

    Counts with(Item item) {
        Map<Kind, Long> more = new EnumMap<>(Kind.class);
        more.putAll(each);
        more.merge(Kind.of(item), 1L, Long::sum);
        return new Counts(more);
    }

    ArchiveEnd end(String sha256) {
        return new ArchiveEnd(
                of(Kind.ACCOUNTS),
                of(Kind.USERS),
                of(Kind.APPS),
                of(Kind.TOKENS),
                of(Kind.PRESENCES),
                of(Kind.EVENTS),
                of(Kind.READINGS),
                of(Kind.PASSWORDS),
                of(Kind.GRANTS),
                of(Kind.SUBSCRIPTIONS),
                sha256);
    }

    /** How many of that kind. */
    public long of(Kind kind) {
        return each.getOrDefault(kind, 0L);
    }

    private static long orNone(@Nullable Long count) {
        return Objects.requireNonNullElse(count, 0L);
    }

    @Override
    public String toString() {
        return Stream.of(Kind.values())
                .map(kind -> of(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
