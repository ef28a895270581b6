package dev.porchlight.wire.archive;

import org.jspecify.annotations.Nullable;

/**
 * A line of an export: a JSON object with one member, which says what it is. The first line of a file is its
 * {@code archive}, the last its {@code end}; between them come accounts, users, apps, tokens, passwords,
 * grants, subscriptions, presences, events and readings.
 */
public record ArchiveLine(
        @Nullable ArchiveHeader archive,
        @Nullable AccountLine account,
        @Nullable UserLine user,
        @Nullable AppLine app,
        @Nullable TokenLine token,
        @Nullable PasswordLine password,
        @Nullable GrantLine grant,
        @Nullable SubscriptionLine subscription,
        @Nullable PresenceLine presence,
        @Nullable EventLine event,
        @Nullable ReadingLine reading,
        @Nullable ArchiveEnd end) {

    public static ArchiveLine of(ArchiveHeader header) {
        return new ArchiveLine(header, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static ArchiveLine of(AccountLine account) {
        return new ArchiveLine(null, account, null, null, null, null, null, null, null, null, null, null);
    }

    public static ArchiveLine of(UserLine user) {
        return new ArchiveLine(null, null, user, null, null, null, null, null, null, null, null, null);
    }

    public static ArchiveLine of(AppLine app) {
        return new ArchiveLine(null, null, null, app, null, null, null, null, null, null, null, null);
    }

    public static ArchiveLine of(TokenLine token) {
        return new ArchiveLine(null, null, null, null, token, null, null, null, null, null, null, null);
    }

    public static ArchiveLine of(PasswordLine password) {
        return new ArchiveLine(null, null, null, null, null, password, null, null, null, null, null, null);
    }

    public static ArchiveLine of(GrantLine grant) {
        return new ArchiveLine(null, null, null, null, null, null, grant, null, null, null, null, null);
    }

    public static ArchiveLine of(SubscriptionLine subscription) {
        return new ArchiveLine(null, null, null, null, null, null, null, subscription, null, null, null, null);
    }

    public static ArchiveLine of(PresenceLine presence) {
        return new ArchiveLine(null, null, null, null, null, null, null, null, presence, null, null, null);
    }

    public static ArchiveLine of(EventLine event) {
        return new ArchiveLine(null, null, null, null, null, null, null, null, null, event, null, null);
    }

    public static ArchiveLine of(ReadingLine reading) {
        return new ArchiveLine(null, null, null, null, null, null, null, null, null, null, reading, null);
    }

    public static ArchiveLine of(ArchiveEnd end) {
        return new ArchiveLine(null, null, null, null, null, null, null, null, null, null, null, end);
    }
}
