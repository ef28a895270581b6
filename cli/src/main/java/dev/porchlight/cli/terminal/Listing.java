package dev.porchlight.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that is printed page by page, so that a long one needs little memory: a table on a terminal, lines with tabs
 * and no header in a pipe, an array with {@code --json}.
 */
public final class Listing {
    private final Output output;
    private final List<Column> columns;
    private final String whenEmpty;
    private long printed;

    Listing(Output output, List<Column> columns, String whenEmpty) {
        this.output = output;
        this.columns = columns;
        this.whenEmpty = whenEmpty;
    }

    /** Prints some entries. Columns of a table are aligned within these. */
    public void page(Iterable<JsonNode> entries) {
        if (output.json()) {
            entries.forEach(this::element);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(row(entry)));
        if (output.table()) {
            table(rows);
        } else {
            rows.forEach(row -> output.line(String.join("\t", row)));
        }
        printed += rows.size();
    }

    /** The end of the list. */
    public void end() {
        if (output.json()) {
            output.line(printed == 0 ? "[]" : "]");
        } else if (printed == 0) {
            output.aside(whenEmpty);
        }
    }

    private void element(JsonNode entry) {
        output.line((printed++ == 0 ? "[" : ",") + Output.pretty(entry));
    }

    private List<String> row(JsonNode entry) {
        return columns.stream()
                .map(column -> Paint.plain(column.text().apply(entry)))
                .toList();
    }

    private void table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = new int[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = columns.get(column).title().length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        if (printed == 0) {
            List<String> titles = columns.stream().map(Column::title).toList();
            output.line(output.paint().dim(aligned(titles, widths, false)));
        }
        rows.forEach(row -> output.line(aligned(row, widths, true)));
    }

    private String aligned(List<String> row, int[] widths, boolean colour) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            boolean last = column == widths.length - 1;
            String cell = last ? row.get(column) : Output.pad(row.get(column), widths[column]) + "  ";
            line.append(colour ? output.paint().status(cell) : cell);
        }
        return line.toString().stripTrailing();
    }
}
