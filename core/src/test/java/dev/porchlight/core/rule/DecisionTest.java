package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.rule.Story.ADA;
import static dev.porchlight.core.rule.Story.BOT;
import static dev.porchlight.core.rule.Story.START;
import static dev.porchlight.core.rule.Story.byApi;
import static dev.porchlight.core.rule.Story.byClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Release;
import dev.porchlight.core.command.Command.Report;
import dev.porchlight.core.command.Command.SignOut;
import dev.porchlight.core.command.Command.Withdraw;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** semantics: Commands, what a decision holds; withdrawing. */
class DecisionTest {

    /** What was before, and a command that then changes the status. */
    static Stream<Arguments> everyCommand() {
        return Stream.of(
                row(Story.signedIn(), byApi(AWAY, null), Cause.Kind.API, "", BOT),
                row(Story.signedIn(), byClient(AWAY, null), Cause.Kind.CLIENT, "", "user:ada"),
                row(Story.signedIn().declare(AWAY), new Withdraw("user:eve"), Cause.Kind.WITHDRAWN, "", "user:eve"),
                row(
                        Story.begin(),
                        Story.beat("phone", "6.0", Activity.IDLE, Story.DAY),
                        Cause.Kind.SESSION,
                        "phone",
                        "user:ada"),
                row(Story.signedIn(), new SignOut("laptop", "user:eve"), Cause.Kind.SIGNED_OUT, "laptop", "user:eve"),
                row(Story.signedIn(), new Report("phone", BUSY, null, BOT), Cause.Kind.CLAIMED, "phone", BOT),
                row(
                        Story.signedIn().claim("phone", BUSY),
                        new Release("phone", BOT),
                        Cause.Kind.RELEASED,
                        "phone",
                        BOT));
    }

    private static Arguments row(Story before, Command command, Cause.Kind kind, String subject, String by) {
        return Arguments.of(Named.of("before", before), command, new Cause(kind, subject, by));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void anEventTellsTheWholeAnswerAndItsCause(Story story, Command command, Cause cause) {
        Status before = story.status();
        long revision = story.presence.revision();

        Decision decision = story.afterSeconds(1).tell(command);

        assertThat(decision).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
            assertThat(accepted.next().revision()).isEqualTo(revision + 1);
            assertThat(accepted.event())
                    .isEqualTo(new PresenceEvent(ADA, revision + 1, story.answer(), before, story.now, cause));
            assertThat(story.status()).isNotEqualTo(before);
            assertThat(story.answer().since()).isEqualTo(story.now);
        });
    }

    @Test
    void aChangeThatDoesNotShowIsStoredWithoutAnEvent() {
        Story story = Story.signedIn();

        assertThat(story.tell(byApi(AVAILABLE, null))).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
            assertThat(accepted.event()).isNull();
            assertThat(accepted.next().revision()).isEqualTo(2);
            assertThat(accepted.alarm()).isEqualTo(START.plus(Story.DAY));
        });
    }

    @Test
    void anotherEndOfTheSameStatusIsAnEvent() {
        Story story = Story.signedIn().doNotDisturb(30).afterSeconds(1).doNotDisturb(30);

        assertThat(story.events)
                .extracting(PresenceEvent::answer)
                .containsExactly(
                        new Answer(AVAILABLE, START, null),
                        new Answer(DO_NOT_DISTURB, START, START.plusSeconds(1800)),
                        new Answer(DO_NOT_DISTURB, START, START.plusSeconds(1801)));
        assertThat(story.events).last().extracting(PresenceEvent::before).isEqualTo(DO_NOT_DISTURB);
    }

    @Test
    void theAnswerChangesWithItsEndEvenWhereItsStatusStays() {
        Story story = Story.signedIn().doNotDisturb(30).afterSeconds(1).doNotDisturb(30);

        assertThat(story.presence.shown().since()).isEqualTo(START);
        assertThat(story.presence.changedAt()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void whatDoesNotShowIsNoChangeOfTheAnswer() {
        Story story = Story.signedIn().afterSeconds(1).claim("desk", AVAILABLE);

        assertThat(story.presence.revision()).isEqualTo(2);
        assertThat(story.presence.changedAt()).isEqualTo(START);
    }

    @Test
    void withdrawingBringsBackWhatLineFiveSays() {
        Story story = Story.signedIn().claim("desk", BUSY).afterSeconds(1).doNotDisturb(30);

        assertThat(story.afterSeconds(1).withdraw().answer()).isEqualTo(new Answer(BUSY, START.plusSeconds(2), null));
        assertThat(story.presence.declaration()).isNull();
    }

    @Test
    void withdrawingWhatWasNotDeclaredChangesNothing() {
        Story story = Story.signedIn();

        assertThat(story.tell(new Withdraw(BOT))).isEqualTo(new Decision.Unchanged(story.presence));
        assertThat(Story.begin().tell(new Withdraw(BOT))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aKeptDeclarationCanBeWithdrawnWhileNobodyIsSignedIn() {
        Story story = Story.signedIn().doNotDisturb(30).signOut("laptop").withdraw();

        assertThat(story.status()).isEqualTo(OFFLINE);
        assertThat(story.active("laptop").status()).isEqualTo(AVAILABLE);
    }

    @Test
    void everyRefusalHasTheNameOfItsRule() {
        ClientVersion old = new ClientVersion("5.2");
        Stream<Refusal> refusals = Stream.of(
                new Refusal.NotSignedIn(),
                new Refusal.ClientTooOld(old, old, AVAILABLE, AWAY),
                new Refusal.TooSoon(1),
                new Refusal.DurationOutOfRange(0, 1440),
                new Refusal.NotSettable(OFFLINE),
                new Refusal.TooManySessions(50),
                new Refusal.LeaseOutOfRange(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                new Refusal.TooManyClaims(20),
                new Refusal.EndNotInFuture(START, START));

        assertThat(refusals.map(Refusal::rule))
                .containsExactly(
                        "NOT_SIGNED_IN",
                        "CLIENT_TOO_OLD",
                        "TOO_SOON",
                        "DURATION_OUT_OF_RANGE",
                        "NOT_SETTABLE",
                        "TOO_MANY_SESSIONS",
                        "LEASE_OUT_OF_RANGE",
                        "TOO_MANY_CLAIMS",
                        "END_NOT_IN_FUTURE");
    }

    @Test
    void theRulesTellTheirSettings() {
        assertThat(new Rules(RuleSettings.DEFAULTS).settings()).isSameAs(RuleSettings.DEFAULTS);
    }
}
