package dev.porchlight.cli.status;

import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Paint;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.watch.WatchState;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.WatchEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A watch as lines, each as soon as it is known: with tabs between, or as JSON. */
record WatchLines(Surroundings surroundings, boolean json) implements WatchView {

    @Override
    public void changed(WatchEvent event) {
        surroundings.out().println(json ? Json.text(event) : line(event));
    }

    @Override
    public void unknown(List<String> users) {
        surroundings.err().println("There is no user " + Paint.plain(String.join(", ", users)) + ".");
    }

    @Override
    public void state(WatchState state) {
        if (state instanceof WatchState.WaitingToReconnect waiting) {
            surroundings
                    .err()
                    .println(Paint.plain(waiting.because().message()) + " Trying again at "
                            + Column.time(waiting.until().toString()) + ".");
        }
    }

    private static String line(WatchEvent event) {
        return Column.time(event.changedAt().toString()) + "\t" + Paint.plain(event.user()) + "\t"
                + Paint.plain(event.status()) + "\t" + time(event.until());
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : Column.time(at.toString());
    }
}
