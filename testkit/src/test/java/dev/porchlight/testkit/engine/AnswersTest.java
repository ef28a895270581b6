package dev.porchlight.testkit.engine;

import static dev.porchlight.testkit.engine.Fixture.ADA;
import static dev.porchlight.testkit.engine.Fixture.BOB;
import static dev.porchlight.testkit.engine.Fixture.NOON;
import static dev.porchlight.testkit.engine.Fixture.after;
import static dev.porchlight.testkit.engine.Fixture.doNotDisturb;
import static dev.porchlight.testkit.engine.Fixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.rule.Line;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Fixture house = new Fixture();
    private final Answers answers = new Answers(house.store.ledger(), Fixture.RULES, house.clock);

    @Test
    void anEndThatHasComeShowsBeforeItsAlarmRings() {
        house.submit(ADA, signIn(Duration.ofHours(1)));
        house.submit(ADA, doNotDisturb(5));
        assertThat(Stages.await(answers.status(ADA)).answer())
                .isEqualTo(new Answer(Status.DO_NOT_DISTURB, NOON, after(Duration.ofMinutes(5))));

        house.clock.set(after(Duration.ofMinutes(5)));

        assertThat(Stages.await(answers.status(ADA)))
                .isEqualTo(new Shown(
                        ADA,
                        2,
                        new Answer(Status.AVAILABLE, after(Duration.ofMinutes(5)), null),
                        after(Duration.ofMinutes(5))));
    }

    @Test
    void manyAreAnsweredOneForEach() {
        house.submit(ADA, signIn(Duration.ofHours(1)));

        assertThat(Stages.await(answers.statuses(List.of(ADA, BOB, ADA))))
                .hasSize(2)
                .containsEntry(ADA, new Shown(ADA, 1, new Answer(Status.AVAILABLE, NOON, null), NOON))
                .containsEntry(BOB, new Shown(BOB, 0, Answer.NEVER_SEEN, Instant.EPOCH));
    }

    @Test
    void anExplanationTellsTheLineAndTheNextChange() {
        house.submit(ADA, signIn(Duration.ofHours(1)));
        house.submit(ADA, doNotDisturb(5));

        var explanation = Stages.await(answers.explain(ADA));

        assertThat(explanation.line()).isEqualTo(Line.DO_NOT_DISTURB_DECLARED);
        assertThat(explanation.nextChange()).isEqualTo(after(Duration.ofMinutes(5)));
        assertThat(explanation.presence().revision()).isEqualTo(2);
    }
}
