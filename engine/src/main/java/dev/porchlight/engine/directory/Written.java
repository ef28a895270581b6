package dev.porchlight.engine.directory;

/** What became of a write to the directory. Anything but {@code DONE} has changed nothing. */
public enum Written {
    DONE,
    EMAIL_TAKEN,
    ID_TAKEN,
    MISSING
}
