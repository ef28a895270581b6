package dev.porchlight.core.rule;

import static dev.porchlight.core.presence.Status.AVAILABLE;
import static dev.porchlight.core.presence.Status.AWAY;
import static dev.porchlight.core.presence.Status.BUSY;
import static dev.porchlight.core.presence.Status.DO_NOT_DISTURB;
import static dev.porchlight.core.presence.Status.IN_A_ZOOM_MEETING;
import static dev.porchlight.core.presence.Status.OFFLINE;
import static dev.porchlight.core.presence.Status.PRESENTING;
import static dev.porchlight.core.rule.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** semantics: The answer, {@code explain}. */
class ExplainTest {
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What happened after an active laptop with a lease of 90 s signed in; the rest is a second later. */
    static Stream<Arguments> everyLine() {
        return Stream.of(
                line("signed out", s -> s.signOut("laptop"), OFFLINE, Line.NOBODY_SIGNED_IN, null, null),
                line("disturb", s -> s.doNotDisturb(1), DO_NOT_DISTURB, Line.DO_NOT_DISTURB_DECLARED, null, 61),
                line("declared", s -> s.declare(PRESENTING), PRESENTING, Line.DECLARED, null, 90),
                line(
                        "claim after declaration",
                        s -> s.declare(AVAILABLE).afterSeconds(1).claim("meeting", IN_A_ZOOM_MEETING, MINUTE),
                        IN_A_ZOOM_MEETING,
                        Line.NEWER_CLAIM,
                        "meeting",
                        62),
                line(
                        "claim before declaration",
                        s -> s.claim("meeting", IN_A_ZOOM_MEETING, MINUTE)
                                .afterSeconds(1)
                                .declare(AVAILABLE),
                        AVAILABLE,
                        Line.DECLARED,
                        null,
                        90),
                line(
                        "idle after declaration",
                        s -> s.declare(AVAILABLE).afterSeconds(1).idle("laptop", LEASE),
                        AWAY,
                        Line.IDLE_SINCE_DECLARED,
                        null,
                        92),
                line("claim", s -> s.claim("desk", BUSY, MINUTE), BUSY, Line.CLAIMED, "desk", 61),
                line("claim without end", s -> s.claim("desk", BUSY), BUSY, Line.CLAIMED, "desk", 90),
                line("active", s -> s, AVAILABLE, Line.ACTIVE_SESSION, null, 90),
                line("idle", s -> s.idle("laptop", LEASE), AWAY, Line.IDLE_SESSIONS, null, 91));
    }

    private static Arguments line(
            String name, UnaryOperator<Story> then, Status status, Line line, String source, Integer nextChange) {
        return Arguments.of(Named.of(name, then), status, line, source, nextChange);
    }

    @ParameterizedTest
    @MethodSource("everyLine")
    void itNamesTheLineTheClaimAndTheNextChange(
            UnaryOperator<Story> then, Status status, Line line, String source, Integer nextChange) {
        Story story = then.apply(Story.begin().active("laptop", LEASE).afterSeconds(1));

        Explanation why = story.why();

        assertThat(why.answer())
                .isEqualTo(story.answer())
                .extracting(Answer::status)
                .isEqualTo(status);
        assertThat(why.line()).isEqualTo(line);
        assertThat(why.claim())
                .isEqualTo(story.presence.claim(String.valueOf(source)).orElse(null));
        assertThat(why.nextChange()).isEqualTo(nextChange == null ? null : START.plusSeconds(nextChange));
    }

    @Test
    void itShowsAllThatIsLiveAndNothingThatHasEnded() {
        Story story = Story.begin()
                .active("laptop", LEASE)
                .active("phone")
                .claim("calendar", BUSY, LEASE)
                .claim("desk", BUSY, HOUR)
                .afterSeconds(1)
                .doNotDisturb(1);
        Instant later = START.plusSeconds(100);

        Explanation before = story.why();
        Explanation after = story.rules.explain(story.presence, later);

        assertThat(before.presence()).isEqualTo(story.presence);
        assertThat(after.presence().sessions()).extracting(Session::id).containsExactly("phone");
        assertThat(after.presence().claims()).extracting(Claim::source).containsExactly("desk");
        assertThat(after.presence().declaration()).isNull();
        assertThat(after.line()).isEqualTo(Line.CLAIMED);
        assertThat(after.answer()).isEqualTo(new Answer(BUSY, START.plusSeconds(61), START.plus(HOUR)));
        assertThat(after.nextChange()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void theNextChangeSkipsEndsThatChangeNothing() {
        Story story =
                Story.begin().active("laptop", LEASE).active("phone", HOUR).claim("low", BUSY, LEASE);

        story.claim("high", PRESENTING, LEASE.plus(MINUTE));

        assertThat(story.why().nextChange()).isEqualTo(START.plus(LEASE).plus(MINUTE));
    }

    @Test
    void theNextChangeIsTheLeaseOfTheLastActiveClient() {
        Story story = Story.begin().active("laptop", LEASE).idle("phone", HOUR);
        assertThat(story.why().nextChange()).isEqualTo(START.plus(LEASE));

        story.after(LEASE).ring();
        assertThat(story.status()).isEqualTo(AWAY);
        assertThat(story.why().nextChange()).isEqualTo(START.plus(HOUR));
    }
}
