package dev.porchlight.wire;

/**
 * Asks for a backup.
 *
 * @param directory an absolute path on the server's machine that does not exist yet
 */
public record BackupRequest(@Required String directory) {}
