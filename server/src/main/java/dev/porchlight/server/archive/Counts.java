package dev.porchlight.server.archive;

import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.wire.archive.ArchiveEnd;

/** How many of each kind. */
public record Counts(long accounts, long users, long apps, long tokens, long presences, long events) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    static Counts of(ArchiveEnd end) {
        return new Counts(end.accounts(), end.users(), end.apps(), end.tokens(), end.presences(), end.events());
    }

    Counts with(Item item) {
        return switch (item) {
            case Item.OfAccount ignored -> new Counts(accounts + 1, users, apps, tokens, presences, events);
            case Item.OfUser ignored -> new Counts(accounts, users + 1, apps, tokens, presences, events);
            case Item.OfApp ignored -> new Counts(accounts, users, apps + 1, tokens, presences, events);
            case Item.OfToken ignored -> new Counts(accounts, users, apps, tokens + 1, presences, events);
            case Item.OfPresence ignored -> new Counts(accounts, users, apps, tokens, presences + 1, events);
            case Item.OfEvent ignored -> new Counts(accounts, users, apps, tokens, presences, events + 1);
        };
    }

    ArchiveEnd end(String sha256) {
        return new ArchiveEnd(accounts, users, apps, tokens, presences, events, sha256);
    }

    @Override
    public String toString() {
        return accounts + " accounts, " + users + " users, " + apps + " apps, " + tokens + " tokens, " + presences
                + " presences, " + events + " events";
    }
}
