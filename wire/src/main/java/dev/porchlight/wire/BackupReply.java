package dev.porchlight.wire;

/** A backup that is whole. */
public record BackupReply(String directory, long files, long bytes) {}
