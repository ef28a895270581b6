package dev.porchlight.client.update;

import org.jspecify.annotations.Nullable;

/**
 * What a status shall be.
 *
 * @param minutes 1 to 1440, of Do_Not_Disturb; null for the server's default, 20. The server ignores it otherwise.
 */
public record StatusUpdate(Status status, @Nullable Integer minutes) {

    public static StatusUpdate of(Status status) {
        return new StatusUpdate(status, null);
    }

    public static StatusUpdate doNotDisturb(int minutes) {
        return new StatusUpdate(Status.DO_NOT_DISTURB, minutes);
    }
}
