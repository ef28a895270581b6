package dev.porchlight.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines and columns a terminal shows. */
public record TerminalSize(int lines, int columns) {
    private static final TerminalSize USUAL = new TerminalSize(24, 80);
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,4}) ([0-9]{1,4})\\s*");

    /** Of the terminal that the command runs on: as variables say, as the terminal says, or as is usual. */
    public static TerminalSize of(Surroundings surroundings) {
        String lines = surroundings.variables().getOrDefault("LINES", "");
        String columns = surroundings.variables().getOrDefault("COLUMNS", "");
        return lines.isEmpty() || columns.isEmpty() ? asked() : read(lines + " " + columns);
    }

    // Java does not tell; stty does, where there is one.
    private static TerminalSize asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer =
                    new String(stty.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return stty.waitFor(1, TimeUnit.SECONDS) ? read(answer) : USUAL;
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    private static TerminalSize read(String answer) {
        Matcher size = SIZE.matcher(answer);
        return size.matches() && !size.group(1).equals("0") && !size.group(2).equals("0")
                ? new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : USUAL;
    }
}
