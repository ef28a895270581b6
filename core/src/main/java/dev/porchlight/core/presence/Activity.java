package dev.porchlight.core.presence;

/** Whether somebody is at a client: {@code ACTIVE} shows as Available, {@code IDLE} as Away, where nothing else wins. */
public enum Activity {
    ACTIVE,
    IDLE
}
