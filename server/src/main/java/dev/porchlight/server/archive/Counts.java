package dev.porchlight.server.archive;

import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.wire.archive.ArchiveEnd;
import java.util.Objects;

/** How many of each kind. */
public record Counts(long accounts, long users, long apps, long tokens, long presences, long events, long readings) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    static Counts of(ArchiveEnd end) {
        return new Counts(
                end.accounts(),
                end.users(),
                end.apps(),
                end.tokens(),
                end.presences(),
                end.events(),
                Objects.requireNonNullElse(end.readings(), 0L));
    }

    Counts with(Item item) {
        return switch (item) {
            case Item.OfAccount ignored -> new Counts(accounts + 1, users, apps, tokens, presences, events, readings);
            case Item.OfUser ignored -> new Counts(accounts, users + 1, apps, tokens, presences, events, readings);
            case Item.OfApp ignored -> new Counts(accounts, users, apps + 1, tokens, presences, events, readings);
            case Item.OfToken ignored -> new Counts(accounts, users, apps, tokens + 1, presences, events, readings);
            case Item.OfPresence ignored -> new Counts(accounts, users, apps, tokens, presences + 1, events, readings);
            case Item.OfEvent ignored -> new Counts(accounts, users, apps, tokens, presences, events + 1, readings);
            case Item.OfReading ignored -> new Counts(accounts, users, apps, tokens, presences, events, readings + 1);
        };
    }

    ArchiveEnd end(String sha256) {
        return new ArchiveEnd(accounts, users, apps, tokens, presences, events, readings, sha256);
    }

    @Override
    public String toString() {
        return accounts + " accounts, " + users + " users, " + apps + " apps, " + tokens + " tokens, " + presences
                + " presences, " + events + " events, " + readings + " readings";
    }
}
