package dev.porchlight.cli.status;

import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Paint;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.cli.terminal.TerminalSize;
import dev.porchlight.client.watch.WatchState;
import dev.porchlight.wire.WatchEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A watch as a table that fills the terminal and is written over when something changes. The terminal gets back what it showed. */
final class LiveTable implements WatchView {
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String END_OF_LINE = "\u001b[K";
    private static final String REST = "\u001b[J";

    /** For so long, a change stands out. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    /** Head, titles, and the line that counts those who do not fit. */
    private static final int OTHER_LINES = 3;

    private static final int SIZE_EVERY = 2;

    private final Surroundings surroundings;
    private final String where;
    private final Map<String, String> names;
    private final Map<String, WatchEvent> rows = new TreeMap<>();
    private final Map<String, Instant> shownAt = new LinkedHashMap<>();
    private List<String> unknown = List.of();
    private WatchState state = new WatchState.Connecting();
    private TerminalSize size;
    private int ticks;
    private boolean closed;

    /**
     * Takes the terminal.
     *
     * @param where the server, for the head
     * @param names what to call users, by id; others are called by their ids
     */
    LiveTable(Surroundings surroundings, String where, Map<String, String> names) {
        this.surroundings = surroundings;
        this.where = where;
        this.names = names;
        this.size = TerminalSize.of(surroundings);
        surroundings.out().print(ENTER);
        draw();
    }

    @Override
    public synchronized void changed(WatchEvent event) {
        String name = Paint.plain(names.getOrDefault(event.user(), event.user()));
        boolean first = rows.put(name + '\0' + event.user(), event) == null;
        if (!first) {
            shownAt.put(event.user(), surroundings.clock().instant());
        }
        draw();
    }

    @Override
    public synchronized void unknown(List<String> users) {
        unknown = users;
        draw();
    }

    @Override
    public synchronized void state(WatchState newState) {
        state = newState;
        draw();
    }

    @Override
    public synchronized void tick() {
        ticks++;
        if (ticks % SIZE_EVERY == 0) {
            size = TerminalSize.of(surroundings);
        }
        draw();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            surroundings.out().print(LEAVE);
            surroundings.out().flush();
        }
    }

    private void draw() {
        if (closed) {
            return;
        }
        StringBuilder screen = new StringBuilder(HOME);
        for (String line : lines(surroundings.clock().instant())) {
            screen.append(line).append(END_OF_LINE).append("\r\n");
        }
        PrintStream out = surroundings.out();
        // Without the last line's end, which would scroll a full screen.
        out.print(screen.substring(0, screen.length() - 2) + REST);
        out.flush();
    }

    private List<String> lines(Instant now) {
        Paint paint = new Paint(surroundings.colour());
        int room = Math.max(1, size.lines() - OTHER_LINES);
        int width =
                rows.keySet().stream().mapToInt(key -> key.indexOf('\0')).max().orElse(0);
        int name = Math.min(Math.max(width, "USER".length()), Math.max(10, size.columns() - 50));
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold(cut(where + ", " + rows.size() + " users, " + words(state, now))));
        lines.add(paint.dim(cut(row("USER", "STATUS", "SINCE", "LEFT", name))));
        rows.entrySet().stream()
                .limit(room)
                .forEach(entry -> lines.add(row(entry.getKey(), entry.getValue(), name, now, paint)));
        String rest = rest(room);
        if (!rest.isEmpty()) {
            lines.add(paint.dim(cut(rest)));
        }
        return lines;
    }

    private String row(String key, WatchEvent event, int width, Instant now, Paint paint) {
        Instant until = event.until();
        String left = until == null ? "" : TimeLeft.text(Duration.between(now, until));
        String line = cut(row(
                key.substring(0, key.indexOf('\0')), Paint.plain(event.status()), since(event.since()), left, width));
        Instant shown = shownAt.getOrDefault(event.user(), Instant.MIN);
        String status = Paint.plain(event.status());
        String painted = line.replaceFirst(
                "(?<=  )" + Pattern.quote(status) + "(?=  |$)", Matcher.quoteReplacement(paint.status(status)));
        return now.isBefore(shown.plus(NEWS)) ? paint.bold("● ") + painted.substring(2) : painted;
    }

    /** Of somebody who was never seen there is no time. */
    private static String since(Instant at) {
        return at.equals(Instant.EPOCH) ? "" : Column.time(at.toString());
    }

    private static String row(String name, String status, String since, String left, int width) {
        String shown = name.length() > width ? name.substring(0, width - 1) + "…" : name;
        return ("  " + Output.pad(shown, width) + "  " + Output.pad(status, 17) + "  " + Output.pad(since, 20) + "  "
                        + left)
                .stripTrailing();
    }

    private String rest(int room) {
        int more = rows.size() - room;
        String hidden = more > 0 ? "  and " + more + " more: make the window taller. " : "";
        return unknown.isEmpty() ? hidden : hidden + "  Unknown: " + Paint.plain(String.join(", ", unknown));
    }

    private static String words(WatchState state, Instant now) {
        return switch (state) {
            case WatchState.Connecting connecting -> "connecting";
            case WatchState.Live live -> "live";
            case WatchState.WaitingToReconnect waiting ->
                "not connected, trying again in "
                        + Math.max(0, Duration.between(now, waiting.until()).toSeconds()) + " s: "
                        + Paint.plain(waiting.because().message());
            case WatchState.Ended ended -> "ended";
        };
    }

    private String cut(String line) {
        return line.length() <= size.columns() ? line : line.substring(0, Math.max(0, size.columns() - 1)) + "…";
    }
}
