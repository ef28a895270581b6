package dev.porchlight.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures = new Figures();

    @Test
    void theRatioIsThatOfEachRoundAndThenTheMedian() {
        Figure figure = Figure.everyday(Goal.P99, 1);
        add("ejabberd", figure, 10, 20, 40);
        add("Porchlight", figure, 9, 22, 20);

        assertThat(figures.rows())
                .containsExactly(new Row(
                        "B: p99 ms",
                        "ejabberd 20.0 (10.0–40.0)",
                        "20.0 (9.0–22.0)",
                        "0.90 (0.50–1.10)",
                        "ratio ≤ 1.0",
                        Verdict.MET));
    }

    @Test
    void aFigureMayHaveAGoalOfItsOwnAndOneBesideEachServer() {
        Figure figure = Figure.idle(Goal.RESIDENT, 1);
        add("Porchlight", figure, 21);
        add("Prosody", figure, 20);
        add("Mosquitto", figure, 4);

        assertThat(figures.rows())
                .extracting(Row::against, Row::goal, Row::verdict)
                .containsExactly(
                        tuple("", "at most 20.0", Verdict.MISSED),
                        tuple("Prosody 20.0 (20.0–20.0)", "ratio ≤ 1.0", Verdict.MISSED),
                        tuple("Mosquitto 4.0 (4.0–4.0)", "", Verdict.NONE));
    }

    @Test
    void withoutPorchlightTheOthersAreShownAlone() {
        add("ejabberd", Figure.comeBack(), 9.4);

        assertThat(figures.rows()).extracting(Row::porchlight).isEqualTo(List.of(""));
    }

    private void add(String server, Figure figure, double... values) {
        for (double value : values) {
            figures.add(server, figure, value);
        }
    }
}
