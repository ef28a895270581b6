package dev.porchlight.client.watch;

import dev.porchlight.wire.WatchEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest answer about each watched user. Of two answers the one with the higher revision wins, so that late and repeated
 * messages do no harm (native-api: Watching). Safe for many threads.
 */
public final class Roster {
    private final Map<String, WatchEvent> answers = new ConcurrentHashMap<>();

    /** By the user's id; empty for one of whom nothing has come yet. */
    public Optional<WatchEvent> of(String user) {
        return Optional.ofNullable(answers.get(user));
    }

    /** Everybody, by id. */
    public List<WatchEvent> all() {
        List<WatchEvent> all = new ArrayList<>(answers.values());
        all.sort(Comparator.comparing(WatchEvent::user));
        return all;
    }

    /** Takes an answer; false if it is no news. */
    boolean apply(WatchEvent event) {
        boolean[] news = {false};
        answers.compute(event.user(), (user, held) -> {
            news[0] = held == null || held.revision() < event.revision() || Boolean.TRUE.equals(event.corrected());
            return news[0] ? event : held;
        });
        return news[0];
    }

    void forget(Collection<String> users) {
        users.forEach(answers::remove);
    }

    /** What to tell the server, so that it sends only what is newer. */
    Map<String, Long> known() {
        Map<String, Long> known = new LinkedHashMap<>();
        answers.forEach((user, event) -> known.put(user, event.revision()));
        return known;
    }
}
