package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.IN_A_ZOOM_MEETING;
import static dev.porchlight.core.presence.Status.IN_CALENDAR_EVENT;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.presence.Status.ON_A_CALL;
import static dev.porchlight.core.presence.Status.PRESENTING;
import static dev.porchlight.core.rule.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** semantics: The answer, lines 2 to 5. */
class AnswerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void somebodyOfWhomNothingWasStoredIsOffline() {
        assertThat(Story.begin().answer()).isEqualTo(new Answer(OFFLINE, Instant.EPOCH, null));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OFFLINE")
    void aClaimDoesNotBringSomebodyOnlineWhoHasNoClient(Status status) {
        Story story = Story.begin().claim("calendar", status, HOUR);

        assertThat(story.answer()).isEqualTo(new Answer(OFFLINE, Instant.EPOCH, null));
        assertThat(story.events).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DO_NOT_DISTURB", "BUSY", "OUT_OF_OFFICE"})
    void aKeptDeclarationDoesNotShowWithoutAClient(Status status) {
        Story story = Story.signedIn().declare(status).afterSeconds(5).signOut("laptop");

        assertThat(story.answer()).isEqualTo(new Answer(OFFLINE, START.plusSeconds(5), null));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OFFLINE")
    void aDeclaredDoNotDisturbWinsOverEveryClaim(Status claimed) {
        Story story = Story.signedIn().claim("older", claimed).afterSeconds(1).doNotDisturb(30);

        story.afterSeconds(1).claim("newer", claimed);

        assertThat(story.status()).isEqualTo(DO_NOT_DISTURB);
        assertThat(story.answer().until()).isEqualTo(START.plusSeconds(1801));
    }

    @Test
    void aDeclaredDoNotDisturbWinsOverGoingIdle() {
        assertThat(Story.signedIn()
                        .doNotDisturb(30)
                        .afterSeconds(1)
                        .idle("laptop")
                        .status())
                .isEqualTo(DO_NOT_DISTURB);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OFFLINE")
    void aDeclarationWinsOverEveryClaimThatIsOlder(Status declared) {
        Story story =
                Story.signedIn().claim("phone", DO_NOT_DISTURB).afterSeconds(1).declare(declared);

        assertThat(story.status()).isEqualTo(declared);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DO_NOT_DISTURB", "OFFLINE"})
    void ofTheSameInstantADeclarationWinsOverTheClaimsItFinds(Status declared) {
        assertThat(Story.signedIn().claim("phone", PRESENTING).declare(declared).status())
                .isEqualTo(declared);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DO_NOT_DISTURB", "OFFLINE"})
    void ofTheSameInstantAClaimWinsOverTheDeclarationItFinds(Status declared) {
        assertThat(Story.signedIn().declare(declared).claim("phone", PRESENTING).status())
                .isEqualTo(PRESENTING);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DO_NOT_DISTURB",
                "PRESENTING",
                "IN_A_ZOOM_MEETING",
                "ON_A_CALL",
                "IN_CALENDAR_EVENT",
                "BUSY",
                "OUT_OF_OFFICE"
            })
    void aNewerClaimOfTheFirstSevenRanksWinsWhileItLasts(Status claimed) {
        Story story = Story.signedIn().declare(PRESENTING).afterSeconds(1).claim("phone", claimed, HOUR);
        assertThat(story.status()).isEqualTo(claimed);
        assertThat(story.answer().until()).isEqualTo(START.plusSeconds(1).plus(HOUR));

        assertThat(story.after(HOUR).status()).isEqualTo(PRESENTING);
    }

    @ParameterizedTest
    @EnumSource(names = {"AVAILABLE", "AWAY"})
    void aNewerClaimOfAvailableOrAwayDoesNotWinOverADeclaration(Status claimed) {
        assertThat(Story.signedIn()
                        .declare(BUSY)
                        .afterSeconds(1)
                        .claim("phone", claimed)
                        .status())
                .isEqualTo(BUSY);
    }

    @Test
    void aDeclarationIsBackWhenTheNewerClaimIsReleased() {
        Story story = Story.signedIn().declare(AVAILABLE).afterSeconds(1).claim("meeting", IN_A_ZOOM_MEETING);

        assertThat(story.status()).isEqualTo(IN_A_ZOOM_MEETING);
        assertThat(story.afterSeconds(1).release("meeting").answer())
                .isEqualTo(new Answer(AVAILABLE, START.plusSeconds(2), null));
    }

    @Test
    void amongNewerClaimsTheBestRankWinsAndAnOlderBetterOneStaysSilent() {
        Story story = Story.signedIn().claim("talk", PRESENTING).afterSeconds(1).declare(AVAILABLE);

        story.afterSeconds(1).claim("calendar", IN_CALENDAR_EVENT);
        assertThat(story.status()).isEqualTo(IN_CALENDAR_EVENT);
        story.afterSeconds(1).claim("phone", ON_A_CALL);
        assertThat(story.status()).isEqualTo(ON_A_CALL);
        assertThat(story.withdraw().status()).isEqualTo(PRESENTING);
    }

    @Test
    void amongNewerClaimsOfOneRankTheFirstToStartWins() {
        Story story = Story.signedIn().declare(AVAILABLE).afterSeconds(1);

        story.claim("z", BUSY, HOUR).afterSeconds(1).claim("a", BUSY, HOUR);

        assertThat(story.answer().until()).isEqualTo(START.plusSeconds(1).plus(HOUR));
        assertThat(story.why().claim().source()).isEqualTo("z");
    }

    @Test
    void reportingAnOlderClaimAgainDoesNotMakeItNewer() {
        Story story = Story.signedIn().claim("phone", ON_A_CALL).afterSeconds(1).declare(AVAILABLE);

        story.afterSeconds(1).claim("phone", ON_A_CALL, HOUR);

        assertThat(story.status()).isEqualTo(AVAILABLE);
    }

    @Test
    void anotherStatusOfTheSameSourceIsANewerClaim() {
        Story story = Story.signedIn().claim("phone", ON_A_CALL).afterSeconds(1).declare(AVAILABLE);

        story.afterSeconds(1).claim("phone", BUSY);

        assertThat(story.status()).isEqualTo(BUSY);
    }

    @Test
    void sayingTheSameAgainSilencesTheClaimsThatCameBetween() {
        Story story = Story.signedIn().declare(AVAILABLE).afterSeconds(1).claim("meeting", IN_A_ZOOM_MEETING);

        assertThat(story.afterSeconds(1).declare(AVAILABLE).status()).isEqualTo(AVAILABLE);
    }

    @Test
    void aDeclaredAvailableShowsAsAwayOnceEveryClientHasGoneIdleSince() {
        Story story = Story.signedIn().active("phone").declare(AVAILABLE);

        assertThat(story.afterSeconds(1).idle("laptop").status()).isEqualTo(AVAILABLE);
        assertThat(story.afterSeconds(1).idle("phone").answer())
                .isEqualTo(new Answer(AWAY, START.plusSeconds(2), null));
        assertThat(story.afterSeconds(1).active("laptop").status()).isEqualTo(AVAILABLE);
    }

    @Test
    void aDeclaredAvailableWinsOverClientsThatWereIdleBefore() {
        Story story = Story.begin().idle("laptop").idle("phone").afterSeconds(1).declare(AVAILABLE);

        assertThat(story.status()).isEqualTo(AVAILABLE);
        assertThat(story.afterSeconds(1).idle("laptop").status()).isEqualTo(AVAILABLE);
    }

    @Test
    void goingIdleInTheInstantOfTheDeclarationIsAfterItIfItComesAfterIt() {
        assertThat(Story.signedIn().idle("laptop").declare(AVAILABLE).status()).isEqualTo(AVAILABLE);
        assertThat(Story.signedIn().declare(AVAILABLE).idle("laptop").status()).isEqualTo(AWAY);
    }

    @Test
    void theLastToGoIdleCountsWhicheverClientItIs() {
        Story story =
                Story.begin().idle("a").active("b").idle("c").afterSeconds(1).declare(AVAILABLE);

        assertThat(story.afterSeconds(1).idle("b").status()).isEqualTo(AWAY);
    }

    @Test
    void anIdleClientThatSignsInLaterTurnsADeclaredAvailableAway() {
        Story story = Story.begin().idle("laptop").afterSeconds(1).declare(AVAILABLE);

        assertThat(story.afterSeconds(1).idle("phone").status()).isEqualTo(AWAY);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"AVAILABLE", "OFFLINE"})
    void everyOtherDeclarationShowsWhateverTheClientsDo(Status declared) {
        Story story = Story.signedIn().declare(declared);

        assertThat(story.afterSeconds(1).idle("laptop").status()).isEqualTo(declared);
        assertThat(story.afterSeconds(1).active("laptop").status()).isEqualTo(declared);
    }

    @Test
    void aDeclaredAwayShowsToAnActiveClientThatSignsInLater() {
        assertThat(Story.signedIn()
                        .declare(AWAY)
                        .afterSeconds(1)
                        .active("phone")
                        .status())
                .isEqualTo(AWAY);
    }

    @ParameterizedTest
    @CsvSource({
        "DO_NOT_DISTURB, PRESENTING",
        "PRESENTING, IN_A_ZOOM_MEETING",
        "IN_A_ZOOM_MEETING, ON_A_CALL",
        "ON_A_CALL, IN_CALENDAR_EVENT",
        "IN_CALENDAR_EVENT, BUSY",
        "BUSY, OUT_OF_OFFICE",
        "OUT_OF_OFFICE, AVAILABLE",
        "AVAILABLE, AWAY",
    })
    void withoutADeclarationTheBetterRankWins(Status better, Status worse) {
        assertThat(Story.signedIn()
                        .claim("a", better)
                        .afterSeconds(1)
                        .claim("b", worse)
                        .status())
                .isEqualTo(better);
        assertThat(Story.signedIn()
                        .claim("a", worse)
                        .afterSeconds(1)
                        .claim("b", better)
                        .status())
                .isEqualTo(better);
    }

    @Test
    void ofEqualRanksTheFirstToStartWins() {
        Story story = Story.signedIn().claim("z", BUSY).afterSeconds(1).claim("a", BUSY, HOUR);

        assertThat(story.answer()).isEqualTo(new Answer(BUSY, START, null));
        assertThat(story.why().claim().source()).isEqualTo("z");
    }

    @Test
    void ofEqualRanksAndStartsTheSourceDecidesSoThatTheOrderOfArrivalDoesNot() {
        Story one = Story.signedIn().claim("a", BUSY, HOUR).claim("b", BUSY);
        Story other = Story.signedIn().claim("b", BUSY).claim("a", BUSY, HOUR);

        assertThat(one.answer()).isEqualTo(other.answer()).isEqualTo(new Answer(BUSY, START, START.plus(HOUR)));
    }

    @Test
    void aClaimOfAwayWinsOverAnActiveClient() {
        assertThat(Story.signedIn().claim("badge", AWAY).status()).isEqualTo(AWAY);
    }

    @Test
    void aClaimOfAvailableWinsOverAnIdleClient() {
        assertThat(Story.begin().idle("laptop").claim("badge", AVAILABLE).status())
                .isEqualTo(AVAILABLE);
    }

    @Test
    void withNothingElseAnyActiveClientIsAvailableAndOtherwiseAway() {
        assertThat(Story.begin().idle("a").answer()).isEqualTo(new Answer(AWAY, START, null));
        assertThat(Story.begin().active("a").answer()).isEqualTo(new Answer(AVAILABLE, START, null));
        assertThat(Story.begin().idle("a").active("b").idle("c").status()).isEqualTo(AVAILABLE);
        assertThat(Story.begin().idle("a").idle("b").idle("c").status()).isEqualTo(AWAY);
    }

    @Test
    void aStatusBeganWhenItCameAndNotWhenItsEndMoved() {
        Story story = Story.signedIn().afterSeconds(10).claim("calendar", BUSY, HOUR);

        story.afterSeconds(10).claim("calendar", BUSY, HOUR);

        assertThat(story.answer())
                .isEqualTo(new Answer(
                        BUSY, START.plusSeconds(10), START.plusSeconds(20).plus(HOUR)));
    }
}
