package dev.porchlight.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.command.Pages;
import dev.porchlight.cli.command.Repeated;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.watch.Watch;
import dev.porchlight.client.watch.WatchState;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** {@code status watch}: runs until it is stopped, or until the server sends it away for good. */
record Watching(Surroundings surroundings, Remote server, boolean json) {
    private static final int MOST = 5000;

    void run(List<String> named) {
        try (PresenceClient client = server.presence().build();
                Closing closing = new Closing()) {
            if (client.isZoom()) {
                Asked.get("watch", complaint(), () -> client.watch(named, event -> {}));
            }
            Map<String, String> names = named.isEmpty() ? everybody() : Map.of();
            Collection<String> users = named.isEmpty() ? names.keySet() : named;
            if (users.size() > MOST) {
                throw new Failure(
                        "There are " + users.size() + " users (expected: at most " + MOST + " in a watch).",
                        "Name those that you want to watch.");
            }
            WatchView view = view(names);
            closing.add(view::close);
            Watch watch = client.watch(users, view);
            closing.add(watch::close);
            closing.add(Repeated.every(Duration.ofSeconds(1), view::tick, surroundings)::stop);
            await(watch, closing);
        }
    }

    /** Until somebody stops the command, or the watch ends by itself, which is a failure. */
    private void await(Watch watch, Closing closing) {
        Thread waiter = Thread.currentThread();
        CompletableFuture<WatchState.Ended> ended = watch.ended();
        CompletableFuture<?> wake = ended.thenAccept(end -> {
            if (end.because() != null) {
                waiter.interrupt();
            }
        });
        surroundings.stop().arm(closing);
        surroundings.stop().await();
        wake.cancel(false);
        PresenceError because = ended.isDone() ? ended.join().because() : null;
        if (because != null && Thread.interrupted()) {
            closing.close();
            throw complaint().of("watch", because);
        }
    }

    private Complaint complaint() {
        return new Complaint(false, json);
    }

    private WatchView view(Map<String, String> names) {
        return surroundings.outIsTerminal() && !json
                ? new LiveTable(surroundings, server.address(), names)
                : new WatchLines(surroundings, json);
    }

    /** Everybody's names, by id. */
    private Map<String, String> everybody() {
        Map<String, String> names = new LinkedHashMap<>();
        Pages.ofUsers(
                server, users -> users.forEach(user -> names.put(user.path("id").asText(), name(user))));
        return names;
    }

    private static String name(JsonNode user) {
        String name = user.path("display_name").asText("");
        return name.isBlank() ? user.path("email").asText(user.path("id").asText()) : name;
    }
}
