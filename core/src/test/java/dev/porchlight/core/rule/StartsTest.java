package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.IN_A_ZOOM_MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Channel;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartsTest {
    private static final Instant T = Instant.parse("2026-03-27T04:00:00Z");

    private final Rules rules = new Rules(RuleSettings.DEFAULTS);
    private Presence presence = after(Presence.none(new UserKey("default", "ada")), beat(), T.minusSeconds(1));

    @Test
    void aClaimOfAClockThatIsBehindStillStartsAfterTheDeclarationItFinds() {
        does(new Command.Declare(AVAILABLE, null, Channel.API, "user:ada"), T);
        does(new Command.Report("meeting", IN_A_ZOOM_MEETING, null, "app:zoom"), T.minusMillis(900));

        assertThat(presence.claim("meeting").orElseThrow().since()).isEqualTo(T.plusNanos(1));
        assertThat(presence.shown().status()).isEqualTo(IN_A_ZOOM_MEETING);
    }

    @Test
    void aDeclarationOfAClockThatIsBehindStillCountsAgainstTheClaimItFinds() {
        does(new Command.Report("meeting", IN_A_ZOOM_MEETING, null, "app:zoom"), T);
        does(new Command.Declare(AWAY, null, Channel.API, "user:ada"), T.minusMillis(900));

        assertThat(presence.declaration()).extracting("since").isEqualTo(T);
        assertThat(presence.shown().status()).isEqualTo(AWAY);
    }

    @Test
    void whatComesLaterByTheClockStartsAtItsOwnInstant() {
        does(new Command.Declare(AVAILABLE, null, Channel.API, "user:ada"), T);
        does(new Command.Report("meeting", IN_A_ZOOM_MEETING, null, "app:zoom"), T.plusMillis(1));

        assertThat(presence.claim("meeting").orElseThrow().since()).isEqualTo(T.plusMillis(1));
    }

    private void does(Command command, Instant now) {
        presence = after(presence, command, now);
    }

    private Presence after(Presence before, Command command, Instant now) {
        return ((Decision.Accepted) rules.decide(before, command, now)).next();
    }

    private static Command beat() {
        return new Command.Beat(
                "laptop", "desktop", new ClientVersion("6.0"), Activity.ACTIVE, Duration.ofHours(1), "user:ada");
    }
}
