package dev.porchlight.core.rule;

import dev.porchlight.core.presence.ClientVersion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in the rules. {@link #DEFAULTS} are those of docs/semantics.md.
 *
 * @param updateWindow how long the API refuses the next update of a user after an accepted one; zero switches it off
 * @param defaultMinutes of a Do_Not_Disturb without a duration
 * @param maxMinutes of a Do_Not_Disturb
 * @param busyLasts how long a declared Busy lasts, or null for no end
 * @param outOfOfficeLasts how long a declared Out_of_Office lasts, or null for no end
 * @param settableFrom the first client version whose users can be given any status
 */
public record RuleSettings(
        Duration updateWindow,
        int defaultMinutes,
        int maxMinutes,
        @Nullable Duration busyLasts,
        @Nullable Duration outOfOfficeLasts,
        ClientVersion settableFrom,
        int maxSessions,
        int maxClaims,
        Duration minLease,
        Duration maxLease) {

    public static final RuleSettings DEFAULTS = new RuleSettings(
            Duration.ofSeconds(60),
            20,
            1440,
            Duration.ofHours(24),
            null,
            new ClientVersion("5.3.0"),
            50,
            20,
            Duration.ofSeconds(5),
            Duration.ofHours(24));

    public RuleSettings withUpdateWindow(Duration window) {
        return new RuleSettings(
                window,
                defaultMinutes,
                maxMinutes,
                busyLasts,
                outOfOfficeLasts,
                settableFrom,
                maxSessions,
                maxClaims,
                minLease,
                maxLease);
    }
}
