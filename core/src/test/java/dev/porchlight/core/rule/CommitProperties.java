package dev.porchlight.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.command.Command.Declare;
import dev.porchlight.core.command.Command.Tick;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

/** semantics: Commands and Invariants, of every sequence of commands, also while the clock is put back. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class CommitProperties {

    @Property
    void revisionsRiseByOneAndAnEventIsThereExactlyWhenWhatShowsDiffers(
            @ForAll(supplier = Move.UnsteadyHistories.class) List<Move> history) {
        Story story = Story.begin();
        for (Move move : history) {
            Instant now = story.after(move.gap()).now;
            Command command = move.at(now);
            Presence before = story.presence;
            Decision decision = story.rules.decide(before, command, now);
            if (decision instanceof Decision.Accepted(Presence next, PresenceEvent event, Instant alarm)) {
                assertThat(next.revision()).isEqualTo(before.revision() + 1);
                assertThat(next.user()).isEqualTo(before.user());
                assertThat(event != null).isEqualTo(next.shown().differsFrom(before.shown()));
                assertThat(alarm != null && !alarm.isAfter(now)).isEqualTo(story.rules.isDue(next, now));
                if (event != null) {
                    assertThat(event)
                            .isEqualTo(new PresenceEvent(
                                    before.user(),
                                    next.revision(),
                                    next.shown(),
                                    before.shown().status(),
                                    now,
                                    event.cause()));
                }
                story.presence = next;
            }
        }
    }

    @Property
    void theSameArgumentsGiveTheSameDecision(@ForAll(supplier = Move.UnsteadyHistories.class) List<Move> history) {
        Story story = Story.begin();
        for (Move move : history) {
            Instant now = story.now.plus(move.gap());
            Decision once = story.rules.decide(story.presence, move.at(now), now);
            Decision again = new Rules(RuleSettings.DEFAULTS).decide(copy(story.presence), move.at(now), now);
            assertThat(again).isEqualTo(once);
            story.play(move);
        }
    }

    @Property
    void whatWasNotAcceptedLeavesNoTrace(@ForAll(supplier = Move.Histories.class) List<Move> history) {
        Story all = Story.begin();
        Story accepted = Story.begin();
        for (Move move : history) {
            Decision decision = all.after(move.gap()).tell(move.at(all.now));
            if (decision instanceof Decision.Unchanged(Presence same)) {
                assertThat(same).isEqualTo(all.presence);
            }
            if (decision instanceof Decision.Accepted && !(move.command() instanceof Tick)) {
                accepted.now = all.now;
                accepted.tell(move.at(all.now));
            }
        }
        accepted.now = all.now;

        assertThat(untold(accepted.ring().presence)).isEqualTo(untold(all.ring().presence));
    }

    /** When an end was rung is not of the state: a late bell tells of it later. */
    private static Presence untold(Presence presence) {
        return presence.withChangedAt(Instant.EPOCH);
    }

    @Property
    void whatIsCommittedLaterStartsLaterWhateverTheClockSays(
            @ForAll(supplier = Move.UnsteadyHistories.class) List<Move> history) {
        Story story = Story.begin();
        for (Move move : history) {
            Set<Instant> known = starts(story.presence);
            Command command = move.at(story.after(move.gap()).now);
            boolean accepted = story.tell(command) instanceof Decision.Accepted;
            Declaration declaration = story.presence.declaration();
            if (accepted && command instanceof Declare) {
                assertThat(starts(story.presence)).noneMatch(start -> start.isAfter(declaration.since()));
            } else if (accepted && declaration != null) {
                Set<Instant> begun = starts(story.presence);
                begun.removeAll(known);
                assertThat(begun).allMatch(start -> start.isAfter(declaration.since()));
            }
        }
    }

    private static Set<Instant> starts(Presence presence) {
        Set<Instant> starts = new HashSet<>();
        presence.claims().forEach(claim -> starts.add(claim.since()));
        presence.sessions().forEach(session -> starts.add(session.activitySince()));
        return starts;
    }

    @Property
    void whatIsStoredKeepsItsShape(@ForAll(supplier = Move.UnsteadyHistories.class) List<Move> history) {
        Story story = Story.begin();
        for (Move move : history) {
            Decision decision = story.after(move.gap()).tell(move.at(story.now));
            assertShape(story.presence);
            if (decision instanceof Decision.Accepted && !(move.command() instanceof Tick)) {
                assertNothingHasEnded(story);
            }
        }
    }

    @Property(tries = 30)
    void sessionsAndClaimsStayWithinTheirLimits(@ForAll(supplier = Move.CrowdedHistories.class) List<Move> history) {
        Story story = Story.begin();
        for (Move move : history) {
            Presence before = story.presence;
            if (story.after(move.gap()).tell(move.at(story.now)) instanceof Decision.Refused(Refusal refusal)) {
                assertThat(refusal instanceof Refusal.TooManySessions
                                && before.sessions().size() < 50)
                        .isFalse();
                assertThat(refusal instanceof Refusal.TooManyClaims
                                && before.claims().size() < 20)
                        .isFalse();
            }
        }
        assertShape(story.presence);
    }

    private static void assertShape(Presence presence) {
        List<String> ids = presence.sessions().stream().map(Session::id).toList();
        List<String> sources = presence.claims().stream().map(Claim::source).toList();
        assertThat(ids).hasSizeLessThanOrEqualTo(50).doesNotHaveDuplicates().isSorted();
        assertThat(sources).hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates().isSorted();
        assertThat(presence.claims()).extracting(Claim::status).doesNotContain(Status.OFFLINE);
        Declaration declaration = presence.declaration();
        if (declaration != null) {
            assertThat(declaration.status()).isNotEqualTo(Status.OFFLINE);
            assertThat(ids.isEmpty() && !declaration.status().outlivesSessions())
                    .isFalse();
            boolean ends = declaration.status() == Status.DO_NOT_DISTURB || declaration.status() == Status.BUSY;
            assertThat(declaration.until() != null).isEqualTo(ends);
        }
    }

    private static void assertNothingHasEnded(Story story) {
        assertThat(Oracle.ends(story.presence)).allMatch(end -> end.isAfter(story.now));
    }

    /** Equal, but nowhere the same: so that a decision cannot depend on identity. */
    private static Presence copy(Presence presence) {
        List<Session> sessions =
                Stream.concat(presence.sessions().stream(), Stream.empty()).toList();
        return presence.withSessions(sessions).withClaims(List.copyOf(presence.claims()));
    }
}
