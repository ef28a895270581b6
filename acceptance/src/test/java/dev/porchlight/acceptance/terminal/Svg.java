package dev.porchlight.acceptance.terminal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what a terminal shows, colours and all, as a picture that needs nothing else. */
final class Svg {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[([0-9;]*)m");
    private static final double COLUMN = 8.43;
    private static final int LINE = 19;
    private static final int MARGIN = 16;
    private static final Map<Integer, String> COLOURS = Map.of(
            31, "#f28b82",
            32, "#81c995",
            33, "#fdd663",
            35, "#c58af9");

    private final StringBuilder picture = new StringBuilder();
    private String colour = "";
    private boolean bold;
    private boolean dim;

    private Svg() {}

    /** @param description for those who cannot see it */
    static String of(String screen, int columns, String description) {
        Svg svg = new Svg();
        List<String> lines = screen.stripTrailing().lines().toList();
        int width = (int) Math.ceil(columns * COLUMN) + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        svg.picture.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>%3$s</title>
                <rect width="100%%" height="100%%" rx="8" fill="#202124"/>
                <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#e8eaed">
                """.formatted(width, height, escaped(description)));
        for (int number = 0; number < lines.size(); number++) {
            svg.line(lines.get(number), MARGIN + LINE * number + 14);
        }
        return svg.picture.append("</g>\n</svg>\n").toString();
    }

    private void line(String line, int y) {
        Matcher codes = COLOUR.matcher(line);
        int column = 0;
        int from = 0;
        while (codes.find()) {
            column = text(line.substring(from, codes.start()), column, y);
            style(codes.group(1));
            from = codes.end();
        }
        text(line.substring(from), column, y);
    }

    /** Answers the column behind it. */
    private int text(String text, int column, int y) {
        int length = text.codePointCount(0, text.length());
        String shown = text.stripLeading();
        int before = length - shown.codePointCount(0, shown.length());
        if (!shown.isBlank()) {
            shown = shown.stripTrailing();
            picture.append("<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\"%s xml:space=\"preserve\">%s</text>\n"
                    .formatted(
                            MARGIN + (column + before) * COLUMN,
                            y,
                            shown.codePointCount(0, shown.length()) * COLUMN,
                            attributes(),
                            escaped(shown)));
        }
        return column + length;
    }

    private String attributes() {
        return (colour.isEmpty() ? "" : " fill=\"" + colour + "\"")
                + (bold ? " font-weight=\"bold\"" : "")
                + (dim ? " opacity=\"0.6\"" : "");
    }

    private void style(String codes) {
        for (String code : codes.split(";", -1)) {
            int number = code.isEmpty() ? 0 : Integer.parseInt(code);
            switch (number) {
                case 0 -> {
                    colour = "";
                    bold = false;
                    dim = false;
                }
                case 1 -> bold = true;
                case 2 -> dim = true;
                case 22 -> {
                    bold = false;
                    dim = false;
                }
                default -> colour = COLOURS.getOrDefault(number, "");
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
