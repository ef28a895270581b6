package dev.porchlight.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.bench.figure.Row.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void theTableHasALineForEachRow() {
        List<Row> rows = List.of(
                new Row("PUT/s", "2", "1", "0.5", "ratio ≥ 0.4", Verdict.of(true)),
                new Row("GET/s", "2", "1", "0.5", "ratio ≥ 0.7", Verdict.of(false)),
                Row.plain("p99 ms", "3", "4"));

        assertThat(Row.table(rows)).isEqualTo("""
                | figure | against | Porchlight | ratio | goal | |
                |---|---|---|---|---|---|
                | PUT/s | 2 | 1 | 0.5 | ratio ≥ 0.4 | met |
                | GET/s | 2 | 1 | 0.5 | ratio ≥ 0.7 | **missed** |
                | p99 ms | 3 | 4 |  |  |  |
                """);
    }
}
