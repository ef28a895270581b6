package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.IN_A_ZOOM_MEETING;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.presence.Status.ON_A_CALL;
import static dev.porchlight.core.rule.Story.BOT;
import static dev.porchlight.core.rule.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command.Release;
import dev.porchlight.core.command.Command.Report;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** semantics: Commands (Claim, Release), and what the start of a claim is. */
class ClaimsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aClaimHoldsItsStatusAndItsEnd() {
        Story story = Story.signedIn().claim("meeting", IN_A_ZOOM_MEETING, HOUR);

        assertThat(story.presence.claims())
                .containsExactly(new Claim("meeting", IN_A_ZOOM_MEETING, START, START.plus(HOUR)));
        assertThat(story.answer()).isEqualTo(new Answer(IN_A_ZOOM_MEETING, START, START.plus(HOUR)));
    }

    @Test
    void aClaimEndsAtTheInstantOfItsEnd() {
        Story story = Story.signedIn().claim("meeting", IN_A_ZOOM_MEETING, HOUR).after(HOUR.minusNanos(1));
        assertThat(story.status()).isEqualTo(IN_A_ZOOM_MEETING);

        assertThat(story.after(Duration.ofNanos(1)).answer()).isEqualTo(new Answer(AVAILABLE, START.plus(HOUR), null));
    }

    @Test
    void reportingTheSameAgainMovesOnlyTheEnd() {
        Story story =
                Story.signedIn().claim("meeting", BUSY, HOUR).afterSeconds(10).claim("meeting", BUSY);
        assertThat(story.presence.claims()).containsExactly(new Claim("meeting", BUSY, START, null));

        story.afterSeconds(10).claim("meeting", BUSY, HOUR);
        assertThat(story.presence.claims())
                .containsExactly(
                        new Claim("meeting", BUSY, START, START.plusSeconds(20).plus(HOUR)));
    }

    @Test
    void anotherStatusStartsAnew() {
        Story story = Story.signedIn().claim("phone", BUSY).afterSeconds(10).claim("phone", ON_A_CALL);

        assertThat(story.presence.claims()).containsExactly(new Claim("phone", ON_A_CALL, START.plusSeconds(10), null));
    }

    @Test
    void aReleaseOrAnEndIsABreakAfterWhichTheSameStatusStartsAnew() {
        Story released = Story.signedIn()
                .claim("phone", BUSY)
                .afterSeconds(5)
                .release("phone")
                .claim("phone", BUSY);
        assertThat(released.presence.claims()).containsExactly(new Claim("phone", BUSY, START.plusSeconds(5), null));

        Story ended = Story.signedIn().claim("phone", BUSY, HOUR).after(HOUR).claim("phone", BUSY);
        assertThat(ended.presence.claims()).containsExactly(new Claim("phone", BUSY, START.plus(HOUR), null));
    }

    @Test
    void claimsOfSeveralSourcesStandSideBySide() {
        Story story =
                Story.signedIn().claim("phone", BUSY).claim("calendar", BUSY).claim("phone", ON_A_CALL);

        assertThat(story.presence.claims()).extracting(Claim::source).containsExactly("calendar", "phone");
        assertThat(story.release("phone").presence.claims())
                .extracting(Claim::source)
                .containsExactly("calendar");
    }

    @Test
    void releasingWhatIsNotClaimedChangesNothing() {
        Story story = Story.signedIn();

        assertThat(story.tell(new Release("phone", BOT))).isEqualTo(new Decision.Unchanged(story.presence));
    }

    @Test
    void theSameReportInTheSameInstantIsNothingToStore() {
        Story story = Story.signedIn().claim("phone", BUSY, HOUR);

        assertThat(story.tell(new Report("phone", BUSY, START.plus(HOUR), BOT)))
                .isEqualTo(new Decision.Unchanged(story.presence));
    }

    @Test
    void offlineCannotBeClaimed() {
        assertThat(Story.signedIn().refusal(new Report("phone", OFFLINE, null, BOT)))
                .isEqualTo(new Refusal.NotSettable(OFFLINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.000000001S", "PT-1H"})
    void aClaimEndsInTheFuture(Duration fromNow) {
        Report report = new Report("phone", BUSY, START.plus(fromNow), BOT);

        assertThat(Story.signedIn().refusal(report)).isEqualTo(new Refusal.EndNotInFuture(START.plus(fromNow), START));
    }

    @Test
    void theNextInstantIsTheFuture() {
        assertThat(Story.signedIn().claim("phone", BUSY, Duration.ofNanos(1)).status())
                .isEqualTo(BUSY);
    }

    @Test
    void aUserHasAtMost20Claims() {
        Story story = Story.signedIn();
        for (int i = 0; i < 20; i++) {
            story.claim("c" + i, BUSY, HOUR.plusSeconds(i));
        }
        assertThat(story.refusal(new Report("c20", BUSY, null, BOT))).isEqualTo(new Refusal.TooManyClaims(20));

        story.claim("c7", ON_A_CALL, HOUR.plusSeconds(7));
        assertThat(story.presence.claims()).hasSize(20);
        assertThat(story.release("c7").claim("c20", BUSY).presence.claims()).hasSize(20);
        assertThat(story.after(HOUR).claim("c21", BUSY).presence.claims()).hasSize(20);
    }

    @Test
    void aClaimIsKeptAndGoesOnTimingOutWhileNobodyIsSignedIn() {
        Story story = Story.signedIn().claim("a", BUSY, HOUR).claim("b", ON_A_CALL, HOUR.plus(HOUR));
        story.signOut("laptop");
        assertThat(story.why().nextChange()).isNull();

        story.after(HOUR).active("laptop");
        assertThat(story.presence.claims()).extracting(Claim::source).containsExactly("b");
        assertThat(story.status()).isEqualTo(ON_A_CALL);
    }
}
