package dev.porchlight.bench.soak;

import dev.porchlight.wire.Json;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.StatusReply;
import dev.porchlight.wire.WatchEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one watcher believes: of each user the answer with the highest revision. */
final class Picture {
    private final Map<String, WatchEvent> newest = new HashMap<>();

    /** Takes a message in. Answers the event, if it is one and newer than what was known. */
    synchronized Optional<WatchEvent> hear(String message) {
        if (!message.startsWith("{\"user\":")) {
            return Optional.empty();
        }
        return switch (Json.read(message, WatchEvent.class)) {
            case Read.Bad<WatchEvent> bad -> throw new IllegalStateException("not an answer: " + message);
            case Read.Good<WatchEvent> good -> newer(good.value());
        };
    }

    private Optional<WatchEvent> newer(WatchEvent event) {
        WatchEvent known = newest.get(event.user());
        if (known != null && known.revision() >= event.revision()) {
            return Optional.empty();
        }
        newest.put(event.user(), event);
        return Optional.of(event);
    }

    synchronized void forget(String user) {
        newest.remove(user);
    }

    /** What a watch message says of these users. */
    synchronized String watch(Collection<String> users) {
        String watched = users.stream().map(user -> '"' + user + '"').collect(Collectors.joining(","));
        String known = users.stream()
                .flatMap(user -> Stream.ofNullable(newest.get(user)))
                .map(event -> '"' + event.user() + "\":" + event.revision())
                .collect(Collectors.joining(","));
        return "{\"watch\":[" + watched + "],\"known\":{" + known + "}}";
    }

    /** Whether it shows this of the user. */
    synchronized boolean shows(StatusReply truth) {
        WatchEvent known = newest.get(truth.user());
        return known != null
                && known.status().equals(truth.status())
                && known.since().equals(truth.since())
                && Objects.equals(known.until(), truth.until());
    }

    synchronized String of(String user) {
        return String.valueOf(newest.get(user));
    }
}
