package dev.porchlight.core.command;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of one user's presence (semantics: Commands). Time is one of them. */
public sealed interface Command {

    /**
     * Sets the declaration.
     *
     * @param minutes how long Do_Not_Disturb lasts, or null for the default; not looked at for any other status
     * @param by who asks, such as {@code user:ada}
     */
    record Declare(Status status, @Nullable Integer minutes, Channel channel, String by) implements Command {}

    /** Removes the declaration. */
    record Withdraw(String by) implements Command {}

    /**
     * Opens a session or renews its lease.
     *
     * @param lease from now on
     */
    record Beat(String session, String platform, ClientVersion version, Activity activity, Duration lease, String by)
            implements Command {}

    /**
     * Renews the lease of a session that is there, and opens none.
     *
     * @param lease from now on
     */
    record Renew(String session, Duration lease, String by) implements Command {}

    /** Ends a session. */
    record SignOut(String session, String by) implements Command {}

    /**
     * Sets the claim of a source.
     *
     * @param until its end, in the future, or null for none
     */
    record Report(String source, Status status, @Nullable Instant until, String by) implements Command {}

    /** Removes the claim of a source. */
    record Release(String source, String by) implements Command {}

    /** Time has passed. Carries out the earliest end that is due; where more are due, the alarm rings again at once. */
    record Tick() implements Command {}

    /** Where a declaration comes from: only the API has the once-a-minute rule. */
    enum Channel {
        API,
        CLIENT
    }
}
