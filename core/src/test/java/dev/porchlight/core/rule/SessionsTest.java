package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.rule.Story.START;
import static dev.porchlight.core.rule.Story.beat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command.SignOut;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Session;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** semantics: Commands (SignIn / Beat, SignOut) and Sessions, leases, grace. */
class SessionsTest {
    private static final Duration LEASE = Duration.ofSeconds(90);

    @Test
    void aSignInOpensASession() {
        Story story = Story.begin().active("laptop", LEASE);

        assertThat(story.presence.sessions())
                .containsExactly(session("laptop", "5.13.3", Activity.ACTIVE, START, START, START.plus(LEASE)));
        assertThat(story.answer()).isEqualTo(new Answer(AVAILABLE, START, null));
    }

    @Test
    void aBeatRenewsTheLeaseAndTellsNobody() {
        Story story = Story.begin().active("laptop", LEASE).afterSeconds(30).active("laptop", LEASE);

        Instant end = START.plusSeconds(120);
        assertThat(story.presence.sessions())
                .containsExactly(session("laptop", "5.13.3", Activity.ACTIVE, START, START, end));
        assertThat(story.presence.revision()).isEqualTo(2);
        assertThat(story.events).hasSize(1);
        assertThat(story.answer().since()).isEqualTo(START);
    }

    @Test
    void aBeatMayShortenTheLeaseAsABrokenConnectionDoes() {
        Story story = Story.begin().active("laptop", Story.DAY).afterSeconds(1);

        story.active("laptop", Duration.ofSeconds(30));

        assertThat(story.why().nextChange()).isEqualTo(START.plusSeconds(31));
    }

    @Test
    void activityChangesMoveOnlyTheirOwnStart() {
        Story story = Story.begin().active("laptop", LEASE).afterSeconds(10).idle("laptop", LEASE);
        assertThat(story.presence.sessions())
                .containsExactly(session(
                        "laptop", "5.13.3", Activity.IDLE, START, START.plusSeconds(10), START.plusSeconds(100)));

        story.afterSeconds(10).idle("laptop", LEASE);
        assertThat(story.presence.sessions())
                .containsExactly(session(
                        "laptop", "5.13.3", Activity.IDLE, START, START.plusSeconds(10), START.plusSeconds(110)));
        assertThat(story.answer()).isEqualTo(new Answer(AWAY, START.plusSeconds(10), null));
    }

    @Test
    void aBeatUpdatesPlatformAndVersion() {
        Story story = Story.begin().client("laptop", "5.2");

        story.client("laptop", "6.0");

        assertThat(story.presence.session("laptop").orElseThrow().version()).isEqualTo(new ClientVersion("6.0"));
    }

    @Test
    void theSameBeatInTheSameInstantIsNothingToStore() {
        Story story = Story.begin().active("laptop", LEASE);

        assertThat(story.tell(beat("laptop", "5.13.3", Activity.ACTIVE, LEASE)))
                .isEqualTo(new Decision.Unchanged(story.presence));
    }

    @Test
    void aSessionIsLiveUntilTheInstantOfItsLeasesEnd() {
        Story story = Story.begin().active("laptop", LEASE).after(LEASE.minusNanos(1));
        assertThat(story.status()).isEqualTo(AVAILABLE);

        assertThat(story.after(Duration.ofNanos(1)).answer()).isEqualTo(new Answer(OFFLINE, START.plus(LEASE), null));
    }

    @Test
    void aSignInAfterTheLeaseIsANewSession() {
        Story story = Story.begin().active("laptop", LEASE).after(LEASE).active("laptop", LEASE);

        assertThat(story.presence.session("laptop").orElseThrow().since()).isEqualTo(START.plus(LEASE));
        assertThat(story.events)
                .extracting(event -> event.answer().status())
                .containsExactly(AVAILABLE, OFFLINE, AVAILABLE);
    }

    @Test
    void aReturnBeforeTheEndOfTheGraceIsNoEvent() {
        Story story = Story.begin().active("laptop", Story.DAY).active("laptop", Duration.ofSeconds(30));

        story.after(Duration.ofMillis(29_999)).active("laptop", Story.DAY);

        assertThat(story.events).hasSize(1);
    }

    @Test
    void signingOutEndsASessionAtOnce() {
        Story story = Story.signedIn().idle("phone").afterSeconds(1).signOut("laptop");
        assertThat(story.status()).isEqualTo(AWAY);

        assertThat(story.afterSeconds(1).signOut("phone").answer())
                .isEqualTo(new Answer(OFFLINE, START.plusSeconds(2), null));
        assertThat(story.presence.sessions()).isEmpty();
    }

    @Test
    void signingOutASessionThatIsNotThereChangesNothing() {
        Story story = Story.signedIn();

        assertThat(story.tell(new SignOut("phone", "user:ada"))).isEqualTo(new Decision.Unchanged(story.presence));
    }

    @Test
    void aUserHasAtMost50LiveSessions() {
        Story story = Story.begin();
        for (int i = 0; i < 50; i++) {
            story.active("s" + i, LEASE);
        }
        assertThat(story.refusal(beat("s50", "5.13.3", Activity.ACTIVE, LEASE)))
                .isEqualTo(new Refusal.TooManySessions(50));

        story.afterSeconds(1).idle("s49", LEASE);
        assertThat(story.presence.sessions()).hasSize(50);
        assertThat(story.afterSeconds(89).active("s50", LEASE).presence.sessions())
                .extracting(Session::id)
                .containsExactly("s49", "s50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT90S", "PT24H"})
    void leasesFromFiveSecondsToADayAreFine(Duration lease) {
        assertThat(Story.begin().active("laptop", lease).why().nextChange()).isEqualTo(START.plus(lease));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-90S", "PT0S", "PT4.999999999S", "PT24H0.000000001S", "PT48H"})
    void otherLeasesAreRefused(Duration lease) {
        assertThat(Story.begin().refusal(beat("laptop", "5.13.3", Activity.ACTIVE, lease)))
                .isEqualTo(new Refusal.LeaseOutOfRange(lease, Duration.ofSeconds(5), Duration.ofHours(24)));
    }

    private static Session session(
            String id, String version, Activity activity, Instant since, Instant activitySince, Instant leaseUntil) {
        return new Session(id, "desktop", new ClientVersion(version), activity, since, activitySince, leaseUntil);
    }
}
