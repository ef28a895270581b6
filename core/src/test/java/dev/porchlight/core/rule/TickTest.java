package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.IN_A_ZOOM_MEETING;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.presence.Status.ON_A_CALL;
import static dev.porchlight.core.rule.Story.ADA;
import static dev.porchlight.core.rule.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Tick;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.PresenceEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** semantics: Commands (Tick) and Alarms. */
class TickTest {
    private static final Duration LEASE = Duration.ofSeconds(90);

    @Test
    void beforeAnEndThereIsNothingToDo() {
        Story story =
                Story.signedIn().doNotDisturb(1).after(Duration.ofSeconds(60).minusNanos(1));

        assertThat(story.rules.isDue(story.presence, story.now)).isFalse();
        assertThat(story.tell(new Tick())).isEqualTo(new Decision.Unchanged(story.presence));
    }

    @Test
    void atAnEndTheAnswerIsAnother() {
        Story story = Story.signedIn().doNotDisturb(1).afterSeconds(60);
        assertThat(story.rules.isDue(story.presence, story.now)).isTrue();

        story.tell(new Tick());

        Instant end = START.plusSeconds(60);
        assertThat(story.events)
                .last()
                .isEqualTo(new PresenceEvent(
                        ADA,
                        3,
                        new Answer(AVAILABLE, end, null),
                        DO_NOT_DISTURB,
                        end,
                        new Cause(Cause.Kind.TIME, "", "")));
        assertThat(story.presence.declaration()).isNull();
        assertThat(story.rules.isDue(story.presence, story.now)).isFalse();
    }

    @Test
    void aLateTickTellsWhenTheStatusReallyBegan() {
        Story story = Story.signedIn().doNotDisturb(1).afterSeconds(3600);

        story.tell(new Tick());

        assertThat(story.answer()).isEqualTo(new Answer(AVAILABLE, START.plusSeconds(60), null));
        assertThat(story.events).last().extracting(PresenceEvent::at).isEqualTo(START.plusSeconds(3600));
    }

    @Test
    void whereSeveralEndsAreDueEachHasItsOwnTickInOrder() {
        Story story = Story.begin()
                .active("laptop", LEASE)
                .claim("phone", ON_A_CALL, Duration.ofSeconds(20))
                .claim("meeting", IN_A_ZOOM_MEETING, Duration.ofSeconds(10))
                .afterSeconds(600)
                .ring();

        assertThat(story.events)
                .extracting(PresenceEvent::answer)
                .containsSubsequence(
                        new Answer(IN_A_ZOOM_MEETING, START, START.plusSeconds(10)),
                        new Answer(ON_A_CALL, START.plusSeconds(10), START.plusSeconds(20)),
                        new Answer(AVAILABLE, START.plusSeconds(20), null),
                        new Answer(OFFLINE, START.plusSeconds(90), null))
                .hasSize(6);
        assertThat(story.events).extracting(PresenceEvent::revision).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void afterATickTheAlarmIsTheNextEndEvenIfItIsDueAlready() {
        Story story = Story.begin().active("laptop", LEASE).doNotDisturb(1).afterSeconds(600);

        assertThat(story.tell(new Tick()))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.alarm()).isEqualTo(START.plus(LEASE)));
        assertThat(story.tell(new Tick()))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.alarm()).isNull());
    }

    @Test
    void endsOfOneInstantAreOneChange() {
        Story story = Story.signedIn()
                .claim("a", BUSY, LEASE)
                .claim("b", ON_A_CALL, LEASE)
                .after(LEASE)
                .ring();

        assertThat(story.events)
                .extracting(event -> event.answer().status())
                .containsExactly(AVAILABLE, BUSY, ON_A_CALL, AVAILABLE);
    }

    @Test
    void anEndThatChangesNothingRingsNoAlarmAndIsCarriedOutWithTheNextThatDoes() {
        Story story =
                Story.signedIn().claim("silent", BUSY, LEASE).afterSeconds(1).doNotDisturb(2);
        assertThat(story.why().nextChange()).isEqualTo(START.plusSeconds(121));

        story.afterSeconds(100);
        assertThat(story.tell(new Tick())).isEqualTo(new Decision.Unchanged(story.presence));
        assertThat(story.presence.claims()).hasSize(1);

        story.afterSeconds(20).tell(new Tick());
        assertThat(story.presence.claims()).isEmpty();
        assertThat(story.status()).isEqualTo(AVAILABLE);
    }

    @Test
    void anotherEndOfTheSameStatusIsAChange() {
        Story story = Story.signedIn().claim("a", BUSY, LEASE).afterSeconds(1).claim("b", BUSY, LEASE);
        assertThat(story.why().nextChange()).isEqualTo(START.plus(LEASE));

        story.after(LEASE.minusSeconds(1)).ring();

        assertThat(story.answer())
                .isEqualTo(new Answer(BUSY, START, START.plus(LEASE).plusSeconds(1)));
        assertThat(story.events).hasSize(3);
    }

    @Test
    void aSecondRingIsHarmless() {
        Story story = Story.signedIn().doNotDisturb(1).afterSeconds(60).ring();

        assertThat(story.tell(new Tick())).isEqualTo(new Decision.Unchanged(story.presence));
    }

    @Test
    void aCommandDecidedOverDueEndsStandsOnWhatIsLeft() {
        Story story = Story.begin().active("laptop", LEASE).doNotDisturb(1).afterSeconds(61);

        Command release = new Command.Release("phone", Story.BOT);
        Decision decision = story.rules.decide(story.presence, release, story.now);

        assertThat(decision).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
            assertThat(accepted.next().shown()).isEqualTo(new Answer(AVAILABLE, START.plusSeconds(60), null));
            assertThat(accepted.next().declaration()).isNull();
            assertThat(accepted.alarm()).isEqualTo(START.plus(LEASE));
        });
    }

    @Test
    void theEndOfTimeIsAnInstantLikeAnyOther() {
        Story story = Story.begin().active("laptop", LEASE);

        assertThat(story.rules.status(story.presence, Instant.MAX))
                .isEqualTo(new Answer(OFFLINE, START.plus(LEASE), null));
    }
}
