package dev.porchlight.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

/** semantics: The answer, of every state that commands can lead to. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class AnswerProperties {

    @Property
    void theAnswerIsTheOneOnThePage(
            @ForAll(supplier = Move.UnsteadyHistories.class) List<Move> history,
            @ForAll(supplier = Move.Gaps.class) Duration later) {
        Story story = Story.begin();
        for (Move move : history) {
            story.play(move);
            assertThat(Oracle.at(story.presence, story.now)).matches(oracle -> oracle.sameAs(story.answer()));
        }
        story.after(later);
        assertThat(Oracle.at(story.presence, story.now)).matches(oracle -> oracle.sameAs(story.answer()));
    }

    @Property
    void aStatusBeganAtTheLastEndThatMadeIt(
            @ForAll(supplier = Move.Histories.class) List<Move> history,
            @ForAll(supplier = Move.Gaps.class) Duration later) {
        Story story = Story.begin().play(history).after(later);
        Answer shown = story.presence.shown();
        Status status = shown.status();
        Instant since = shown.since();
        for (Instant end : Oracle.ends(story.presence)) {
            Status then = Oracle.at(story.presence, end).status();
            if (!end.isAfter(story.now) && then != status) {
                since = end;
                status = then;
            }
        }

        assertThat(story.answer().since()).isEqualTo(since);
    }

    @Property
    void theOrderInWhichSessionsAndClaimsArriveDoesNotMatter(
            @ForAll(supplier = Move.Histories.class) List<Move> history, @ForAll Random random) {
        List<Command> arrivals = new ArrayList<>(onePerName(history));
        Story one = Story.begin();
        arrivals.forEach(one::tell);
        Collections.shuffle(arrivals, random);
        Story other = Story.begin();
        arrivals.forEach(other::tell);

        assertThat(other.presence.withRevision(0)).isEqualTo(one.presence.withRevision(0));
        assertThat(other.why().line()).isEqualTo(one.why().line());
    }

    @Property
    void theOrderInWhichTheyAreStoredDoesNotMatter(
            @ForAll(supplier = Move.Histories.class) List<Move> history, @ForAll Random random) {
        Story story = Story.begin().play(history);
        List<Session> sessions = new ArrayList<>(story.presence.sessions());
        List<Claim> claims = new ArrayList<>(story.presence.claims());
        Collections.shuffle(sessions, random);
        Collections.shuffle(claims, random);

        Presence shuffled = story.presence.withSessions(sessions).withClaims(claims);

        assertThat(shuffled).isEqualTo(story.presence);
        assertThat(story.rules.explain(shuffled, story.now)).isEqualTo(story.why());
    }

    /** The first sign-in of each session and the first report of each source. */
    private static List<Command> onePerName(List<Move> history) {
        Set<String> names = new HashSet<>();
        return history.stream()
                .map(move -> move.at(Story.START))
                .filter(command -> (command instanceof Command.Beat beat && names.add("session " + beat.session()))
                        || (command instanceof Command.Report report && names.add("source " + report.source())))
                .toList();
    }
}
