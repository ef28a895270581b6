package dev.porchlight.bench.figure;

import java.util.List;

/**
 * One line of the report.
 *
 * @param figure what was measured
 * @param against the same of the server that Porchlight is held against, or empty
 * @param porchlight what Porchlight did
 * @param ratio of the two, or empty
 * @param goal what is wanted, or empty
 * @param verdict whether the goal was met
 */
public record Row(String figure, String against, String porchlight, String ratio, String goal, Verdict verdict) {

    /** Whether a goal was met; {@code NONE} where there is none. */
    public enum Verdict {
        MET("met"),
        MISSED("**missed**"),
        NONE("");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        public static Verdict of(boolean met) {
            return met ? MET : MISSED;
        }
    }

    /** A line without a goal. */
    public static Row plain(String figure, String against, String porchlight) {
        return new Row(figure, against, porchlight, "", "", Verdict.NONE);
    }

    /** The lines as a Markdown table. */
    public static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder("""
                | figure | against | Porchlight | ratio | goal | |
                |---|---|---|---|---|---|
                """);
        for (Row row : rows) {
            table.append("| ")
                    .append(String.join(
                            " | ", row.figure, row.against, row.porchlight, row.ratio, row.goal, row.verdict.text))
                    .append(" |\n");
        }
        return table.toString();
    }
}
