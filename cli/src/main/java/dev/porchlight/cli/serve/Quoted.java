package dev.porchlight.cli.serve;

import java.util.regex.Pattern;

/** Words as a shell reads them back. */
final class Quoted {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private Quoted() {}

    static String word(String text) {
        return SAFE.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
