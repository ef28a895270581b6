package dev.porchlight.store.embedded.records;

/**
 * What a commit changes besides the presence.
 *
 * @param feed is told after the commit
 */
public record CommitParts(StoredAlarms alarms, StoredOutbox outbox, LocalFeed feed) {}
