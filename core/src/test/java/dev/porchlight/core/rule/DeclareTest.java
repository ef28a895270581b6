package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.presence.Status.OUT_OF_OFFICE;
import static dev.porchlight.core.rule.Story.BOT;
import static dev.porchlight.core.rule.Story.START;
import static dev.porchlight.core.rule.Story.byApi;
import static dev.porchlight.core.rule.Story.byClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** semantics: Declare 1, 4 and 5, and the order of the checks. */
class DeclareTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OFFLINE")
    void nobodyCanBeGivenAStatusWhoIsNotSignedIn(Status status) {
        assertThat(Story.begin().refusal(byApi(status, null))).isEqualTo(new Refusal.NotSignedIn());
        assertThat(Story.begin().refusal(byClient(status, null))).isEqualTo(new Refusal.NotSignedIn());
        assertThat(Story.signedIn().signOut("laptop").refusal(byApi(status, null)))
                .isEqualTo(new Refusal.NotSignedIn());
    }

    @Test
    void aLeaseThatIsOverIsNoSignIn() {
        Story story = Story.begin().active("laptop", Duration.ofSeconds(90)).after(Duration.ofMillis(89_999));
        assertThat(story.tell(byApi(AWAY, null))).isInstanceOf(Decision.Accepted.class);

        Story late = Story.begin().active("laptop", Duration.ofSeconds(90)).afterSeconds(90);
        assertThat(late.refusal(byApi(AWAY, null))).isEqualTo(new Refusal.NotSignedIn());
    }

    @Test
    void offlineCannotBeDeclaredEvenByNobody() {
        assertThat(Story.signedIn().refusal(byApi(OFFLINE, null))).isEqualTo(new Refusal.NotSettable(OFFLINE));
        assertThat(Story.begin().refusal(byClient(OFFLINE, null))).isEqualTo(new Refusal.NotSettable(OFFLINE));
    }

    @Test
    void theChecksComeInTheirOrder() {
        Story story = Story.begin();
        assertThat(story.refusal(byApi(DO_NOT_DISTURB, 0))).isEqualTo(new Refusal.NotSignedIn());

        story.client("laptop", "5.2").update(DO_NOT_DISTURB);
        assertThat(story.refusal(byApi(DO_NOT_DISTURB, 0))).isInstanceOf(Refusal.ClientTooOld.class);

        story.client("laptop", "5.3");
        assertThat(story.refusal(byApi(DO_NOT_DISTURB, 0))).isEqualTo(new Refusal.TooSoon(60));

        story.afterSeconds(60);
        assertThat(story.refusal(byApi(DO_NOT_DISTURB, 0))).isEqualTo(new Refusal.DurationOutOfRange(0, 1440));
        assertThat(story.tell(byApi(DO_NOT_DISTURB, 1))).isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({", 20", "1, 1", "20, 20", "1221, 1221", "1440, 1440"})
    void doNotDisturbEndsExactlyItsMinutesLater(Integer minutes, int lasts) {
        Story story = Story.signedIn().afterSeconds(7);
        Instant end = START.plusSeconds(7).plus(Duration.ofMinutes(lasts));
        story.tell(byApi(DO_NOT_DISTURB, minutes));

        assertThat(story.presence.declaration()).isEqualTo(new Declaration(DO_NOT_DISTURB, story.now, end, BOT));
        assertThat(story.answer().until()).isEqualTo(end);
        story.active("laptop").after(Duration.between(story.now, end.minusNanos(1)));
        assertThat(story.status()).isEqualTo(DO_NOT_DISTURB);
        assertThat(story.after(Duration.ofNanos(1)).status()).isNotEqualTo(DO_NOT_DISTURB);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1441, Integer.MAX_VALUE})
    void doNotDisturbLastsFromOneMinuteToOneDay(int minutes) {
        assertThat(Story.signedIn().refusal(byApi(DO_NOT_DISTURB, minutes)))
                .isEqualTo(new Refusal.DurationOutOfRange(minutes, 1440));
        assertThat(Story.signedIn().refusal(byClient(DO_NOT_DISTURB, minutes)))
                .isEqualTo(new Refusal.DurationOutOfRange(minutes, 1440));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DO_NOT_DISTURB", "OFFLINE"})
    void forEveryOtherStatusTheMinutesAreNotLookedAt(Status status) {
        for (int minutes : new int[] {Integer.MIN_VALUE, 0, 1, 1441}) {
            Story with = Story.signedIn();
            with.tell(byApi(status, minutes));
            assertThat(with.presence).isEqualTo(Story.signedIn().update(status).presence);
        }
    }

    @Test
    void anEndedDoNotDisturbLeavesWhatLineFiveSays() {
        assertThat(Story.signedIn().doNotDisturb(1).afterSeconds(60).status()).isEqualTo(AVAILABLE);
        assertThat(Story.begin().idle("laptop").doNotDisturb(1).afterSeconds(60).status())
                .isEqualTo(AWAY);
        assertThat(Story.signedIn()
                        .claim("desk", BUSY)
                        .afterSeconds(1)
                        .doNotDisturb(1)
                        .afterSeconds(60)
                        .status())
                .isEqualTo(BUSY);
    }

    @Test
    void busyEndsAfterADay() {
        Story story =
                Story.signedIn().afterSeconds(1).declare(BUSY).afterSeconds(1).active("laptop");

        assertThat(story.answer().until()).isEqualTo(START.plusSeconds(1).plus(Story.DAY));
        assertThat(story.after(Story.DAY.minusSeconds(1).minusNanos(1)).status())
                .isEqualTo(BUSY);
        assertThat(story.after(Duration.ofNanos(1)).status()).isEqualTo(AVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DO_NOT_DISTURB", "BUSY", "OFFLINE"})
    void otherDeclarationsHaveNoEndOfTheirOwn(Status status) {
        Story story = Story.signedIn().declare(status);
        for (int day = 0; day < 400; day++) {
            story.after(Story.DAY.minusSeconds(1)).active("laptop");
        }

        assertThat(story.status()).isEqualTo(status);
        assertThat(story.answer().until()).isNull();
    }

    @Test
    void theDefaultsAreSettings() {
        ClientVersion six = new ClientVersion("6.0");
        RuleSettings settings = new RuleSettings(
                Duration.ofSeconds(10),
                7,
                9,
                null,
                Duration.ofDays(14),
                six,
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2000));
        Story story = new Story(settings);
        story.tell(Story.beat("laptop", "6.1", Activity.ACTIVE, Duration.ofSeconds(2000)));

        story.tell(byApi(DO_NOT_DISTURB, null));
        assertThat(story.answer().until()).isEqualTo(START.plus(Duration.ofMinutes(7)));
        assertThat(story.refusal(byApi(AWAY, null))).isEqualTo(new Refusal.TooSoon(10));
        assertThat(story.refusal(byClient(DO_NOT_DISTURB, 10))).isEqualTo(new Refusal.DurationOutOfRange(10, 9));
        assertThat(story.declare(BUSY).answer().until()).isNull();
        assertThat(story.declare(OUT_OF_OFFICE).answer().until()).isEqualTo(START.plus(Duration.ofDays(14)));
    }

    @Test
    void aDeclarationReplacesTheOneBefore() {
        Story story = Story.signedIn().doNotDisturb(1440).afterSeconds(1).declare(AWAY);

        assertThat(story.presence.declaration()).isEqualTo(new Declaration(AWAY, story.now, null, "user:ada"));
        assertThat(story.answer().until()).isNull();
    }
}
