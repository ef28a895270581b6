package dev.porchlight.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command.Tick;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/** semantics: Alarms and Invariants, what the passing of time does to every state that commands can lead to. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class TimeProperties {
    private static final Duration BLINK = Duration.ofMillis(1);

    @Property
    void theAlarmIsTheFirstInstantAtWhichTheAnswerChanges(@ForAll(supplier = Move.Histories.class) List<Move> history) {
        Story story = Story.begin();
        for (Move move : history) {
            Instant now = story.after(move.gap()).now;
            if (story.tell(move.at(now)) instanceof Decision.Accepted accepted) {
                Presence next = accepted.next();
                Instant first = Oracle.ends(next).stream()
                        .filter(end -> !Oracle.at(next, end).sameAs(next.shown()))
                        .findFirst()
                        .orElse(null);
                assertThat(accepted.alarm()).isEqualTo(first);
            }
        }
    }

    @Property
    void nothingChangesBeforeTheAlarmAndSomethingDoesAtIt(@ForAll(supplier = Move.Histories.class) List<Move> history) {
        Story story = Story.begin().play(history).ring();
        Presence presence = story.presence;
        Instant alarm = story.why().nextChange();
        Instant end = alarm == null ? Instant.MAX : alarm;

        for (Instant at : Oracle.ends(presence)) {
            for (Instant probe : List.of(at.minus(BLINK), at, at.plus(BLINK))) {
                boolean differs = story.rules.status(presence, probe).differsFrom(presence.shown());
                if (probe.isBefore(end)) {
                    assertThat(differs).as("at %s", probe).isFalse();
                    assertThat(story.rules.isDue(presence, probe)).isFalse();
                }
                if (probe.equals(end)) {
                    assertThat(differs).isTrue();
                    assertThat(story.rules.isDue(presence, probe)).isTrue();
                }
            }
        }
    }

    @Property
    void theStatusIsTheOneAfterEveryDueTickIsCommitted(
            @ForAll(supplier = Move.Histories.class) List<Move> history,
            @ForAll(supplier = Move.Gaps.class) Duration later) {
        Story story = Story.begin().play(history).after(later);
        Answer answer = story.answer();

        story.ring();

        assertThat(story.presence.shown()).isEqualTo(answer);
        assertThat(story.answer()).isEqualTo(answer);
    }

    @Property
    void rungAtItsAlarmsEachEndThatShowsFiresOneEventAtItsInstant(
            @ForAll(supplier = Move.Histories.class) List<Move> history) {
        Story story = Story.begin().play(history).ring();
        Presence start = story.presence;
        story.events.clear();

        for (Instant alarm = story.why().nextChange();
                alarm != null;
                alarm = story.why().nextChange()) {
            story.now = alarm;
            Status before = story.presence.shown().status();
            assertThat(story.tell(new Tick())).isInstanceOf(Decision.Accepted.class);
            PresenceEvent event = story.events.getLast();
            assertThat(event.at()).isEqualTo(alarm);
            assertThat(event.answer().since().equals(alarm))
                    .isEqualTo(event.answer().status() != before);
            assertThat(story.tell(new Tick())).isInstanceOf(Decision.Unchanged.class);
        }

        assertThat(story.events).extracting(PresenceEvent::at).containsExactlyElementsOf(changes(start));
    }

    @Property
    void rungLateEachEndThatShowsStillFiresOneEventInOrder(
            @ForAll(supplier = Move.Histories.class) List<Move> history) {
        Story story = Story.begin().play(history).ring();
        List<Instant> changes = changes(story.presence);
        List<Answer> answers = changes.stream()
                .map(end -> story.rules.status(story.presence, end))
                .toList();
        story.events.clear();

        story.after(Duration.ofDays(30)).ring();

        assertThat(story.events).extracting(PresenceEvent::answer).isEqualTo(answers);
        assertThat(story.events).extracting(PresenceEvent::at).allMatch(story.now::equals);
    }

    @Property
    void whatIsDueMayBeCarriedOutBeforeACommandOrWithIt(
            @ForAll(supplier = Move.Histories.class) List<Move> history,
            @ForAll(supplier = Move.Histories.class) List<Move> then) {
        Assume.that(!then.isEmpty() && !(then.getFirst().command() instanceof Tick));
        Story story = Story.begin().play(history).after(then.getFirst().gap());
        Presence before = story.presence;
        Decision atOnce = story.rules.decide(before, then.getFirst().at(story.now), story.now);

        Decision afterTicks = story.tell(then.getFirst().at(story.now));

        if (afterTicks instanceof Decision.Refused) {
            assertThat(atOnce).isEqualTo(afterTicks);
        }
        if (atOnce instanceof Decision.Accepted accepted) {
            assertThat(stateOf(accepted.next())).isEqualTo(stateOf(story.presence));
        }
    }

    /** What does not depend on how many commits led to it, and when each told watchers. */
    private static Presence stateOf(Presence presence) {
        return presence.withRevision(0).withChangedAt(Instant.EPOCH);
    }

    @Property
    void doNotDisturbEndsNeitherEarlyNorLate(
            @ForAll(supplier = Move.Histories.class) List<Move> history,
            @ForAll @IntRange(min = 1, max = 1440) int minutes,
            @ForAll(supplier = Move.Histories.class) List<Move> then) {
        Story story = Story.begin().play(history).client("e", "6.0").doNotDisturb(minutes);
        Instant end = story.now.plus(Duration.ofMinutes(minutes));

        for (Move move : then) {
            Declaration set = story.presence.declaration();
            if (!story.now.plus(move.gap()).isBefore(end)) {
                break;
            }
            story.play(move);
            if (!Objects.equals(set, story.presence.declaration())) {
                return;
            }
            Status expected = story.presence.sessions().isEmpty() ? Status.OFFLINE : Status.DO_NOT_DISTURB;
            assertThat(story.status()).isEqualTo(expected);
        }

        story.now = end.minusNanos(1);
        story.client("e", "6.0");
        assertThat(story.answer())
                .extracting(Answer::status, Answer::until)
                .containsExactly(Status.DO_NOT_DISTURB, end);
        story.now = end;
        assertThat(story.why().presence().declaration()).isNull();
        assertThat(story.answer().until()).isNotEqualTo(end);
    }

    /** The ends at which the page's answer is another than just before, by looking at every one. */
    private static List<Instant> changes(Presence presence) {
        return Oracle.ends(presence).stream()
                .filter(end -> !Oracle.at(presence, end).equals(Oracle.at(presence, end.minusNanos(1))))
                .toList();
    }
}
