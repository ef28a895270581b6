package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.rule.Story.START;
import static dev.porchlight.core.rule.Story.byApi;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** semantics: Declare 3, once a minute. */
class UpdateWindowTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 60",
        "PT0.000000001S, 60",
        "PT0.001S, 60",
        "PT1S, 59",
        "PT1.5S, 59",
        "PT58.999S, 2",
        "PT59S, 1",
        "PT59.999S, 1",
        "PT59.999999999S, 1",
    })
    void theNextUpdateWithinTheMinuteIsTooSoon(Duration later, long secondsLeft) {
        Story story = Story.signedIn().update(AWAY).after(later);

        assertThat(story.refusal(byApi(AVAILABLE, null))).isEqualTo(new Refusal.TooSoon(secondsLeft));
        assertThat(story.status()).isEqualTo(AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT60S", "PT60.000000001S", "PT61S", "PT24H"})
    void fromTheSixtiethSecondOnItIsNot(Duration later) {
        assertThat(Story.signedIn()
                        .update(AWAY)
                        .active("laptop", Story.DAY.minusSeconds(1))
                        .after(later)
                        .active("laptop")
                        .update(AVAILABLE)
                        .status())
                .isEqualTo(AVAILABLE);
    }

    @Test
    void theSameStatusAgainIsAnUpdateToo() {
        assertThat(Story.signedIn().update(AWAY).refusal(byApi(AWAY, null))).isEqualTo(new Refusal.TooSoon(60));
    }

    @Test
    void eachAcceptedUpdateOpensAWindowAndIsRemembered() {
        Story story = Story.signedIn().update(AWAY).afterSeconds(60).update(AVAILABLE);

        assertThat(story.presence.updatedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(story.afterSeconds(59).refusal(byApi(AWAY, null))).isEqualTo(new Refusal.TooSoon(1));
    }

    @Test
    void aRefusedUpdateOpensNoWindow() {
        Story story = Story.signedIn();
        story.refusal(byApi(DO_NOT_DISTURB, 0));
        assertThat(story.presence.updatedAt()).isNull();
        story.update(AWAY).afterSeconds(59);
        story.refusal(byApi(AVAILABLE, null));

        assertThat(story.afterSeconds(1).update(AVAILABLE).status()).isEqualTo(AVAILABLE);
    }

    @Test
    void theUsersOwnClientNeitherObeysNorOpensTheWindow() {
        Story story = Story.signedIn().declare(AWAY);
        assertThat(story.presence.updatedAt()).isNull();

        story.update(AVAILABLE).declare(AWAY);
        assertThat(story.status()).isEqualTo(AWAY);
        assertThat(story.presence.updatedAt()).isEqualTo(START);
        assertThat(story.refusal(byApi(AVAILABLE, null))).isEqualTo(new Refusal.TooSoon(60));
    }

    @Test
    void theWindowOutlivesTheDeclarationAndTheSession() {
        Story story = Story.signedIn()
                .update(AWAY)
                .withdraw()
                .afterSeconds(1)
                .signOut("laptop")
                .active("phone");

        assertThat(story.refusal(byApi(AWAY, null))).isEqualTo(new Refusal.TooSoon(59));
    }

    @ParameterizedTest
    @CsvSource({"PT-0.001S, 61", "PT-1S, 61", "PT-30S, 90", "PT-59.999S, 120"})
    void aClockBehindByLessThanAMinuteKeepsTheWindowClosed(Duration back, long secondsLeft) {
        Story story = Story.signedIn().update(AWAY).after(back);

        assertThat(story.refusal(byApi(AVAILABLE, null))).isEqualTo(new Refusal.TooSoon(secondsLeft));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-60S", "PT-1H", "PT-8760H"})
    void aClockThatWasPutBackFurtherDoesNot(Duration back) {
        Story story = Story.signedIn().update(AWAY).after(back);

        assertThat(story.update(AVAILABLE).status()).isEqualTo(AVAILABLE);
        assertThat(story.presence.updatedAt()).isEqualTo(START.plus(back));
        assertThat(story.refusal(byApi(AWAY, null))).isEqualTo(new Refusal.TooSoon(60));
    }

    @Test
    void aWindowOfZeroIsNone() {
        Story story = new Story(RuleSettings.DEFAULTS.withUpdateWindow(Duration.ZERO)).active("laptop");

        assertThat(story.update(AWAY).update(AVAILABLE).status()).isEqualTo(AVAILABLE);
    }

    @Test
    void anotherLengthOfTheWindowLeavesTheOtherSettings() {
        RuleSettings settings = RuleSettings.DEFAULTS.withUpdateWindow(Duration.ofSeconds(5));

        assertThat(settings.updateWindow()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.withUpdateWindow(Duration.ofSeconds(60))).isEqualTo(RuleSettings.DEFAULTS);
    }
}
