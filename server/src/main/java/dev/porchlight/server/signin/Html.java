package dev.porchlight.server.signin;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a page. Texts become part of it only escaped. */
public record Html(String text) {
    static final Html NONE = new Html("");

    /**
     * A piece with holes, each written {@code {}}.
     *
     * @param parts what goes into the holes in their order: {@code Html} as it is, anything else escaped
     */
    public static Html of(String template, Object... parts) {
        String[] pieces = template.split("\\{}", -1);
        if (pieces.length != parts.length + 1) {
            throw new IllegalArgumentException(
                    parts.length + " parts (expected: " + (pieces.length - 1) + ") of " + template);
        }
        StringBuilder html = new StringBuilder(pieces[0]);
        for (int i = 0; i < parts.length; i++) {
            html.append(parts[i] instanceof Html safe ? safe.text : escaped(parts[i].toString()))
                    .append(pieces[i + 1]);
        }
        return new Html(html.toString());
    }

    /** One after the other. */
    public static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::text).collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
