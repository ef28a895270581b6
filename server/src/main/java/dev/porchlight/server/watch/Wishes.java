package dev.porchlight.server.watch;

import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.wire.WatchNotice;
import dev.porchlight.wire.WatchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what a watcher asks for: whom to watch, whom no longer, and what is known already. */
final class Wishes {
    private static final Logger log = LoggerFactory.getLogger(Wishes.class);

    private final Users users;
    private final FanOut fanOut;

    Wishes(Users users, FanOut fanOut) {
        this.users = users;
        this.fanOut = fanOut;
    }

    /** Completes when all of the message has taken effect. Where it cannot, the connection ends. */
    CompletionStage<?> grant(Watcher watcher, WatchRequest request) {
        Map<String, Long> known = request.known() == null ? Map.of() : request.known();
        return unwatch(watcher, request.unwatch())
                .thenCompose(done -> watch(watcher, request.watch(), known))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        log.warn("a watcher's wish could not be granted: {}", failure.toString());
                        watcher.loop().run(() -> watcher.close(Parting.FAILED));
                    }
                });
    }

    private CompletionStage<?> unwatch(Watcher watcher, @Nullable List<String> names) {
        return found(watcher, names)
                .thenAcceptAsync(
                        all -> all.values()
                                .forEach(user -> user.ifPresent(
                                        found -> fanOut.unwatch(watcher.mailbox(), watcher.key(found.id())))),
                        watcher.loop()::run);
    }

    private CompletionStage<?> watch(Watcher watcher, @Nullable List<String> names, Map<String, Long> known) {
        return found(watcher, names).thenAcceptAsync(all -> watch(watcher, all, known), watcher.loop()::run);
    }

    private void watch(Watcher watcher, Map<String, Optional<User>> all, Map<String, Long> known) {
        List<String> unknown = new ArrayList<>();
        all.forEach((name, user) -> {
            if (user.isEmpty()) {
                unknown.add(name);
            } else if (!watcher.isClosed()) {
                watch(watcher, user.get().id(), known);
            }
        });
        if (!unknown.isEmpty()) {
            watcher.tell(new WatchNotice(unknown, null));
        }
    }

    private void watch(Watcher watcher, String id, Map<String, Long> known) {
        long revision = known.getOrDefault(id, FanOut.NOTHING_KNOWN);
        if (!fanOut.watch(watcher.mailbox(), watcher.key(id), revision)) {
            watcher.close(Parting.TOO_MANY_USERS);
        }
    }

    private CompletionStage<Map<String, Optional<User>>> found(Watcher watcher, @Nullable List<String> names) {
        Map<String, CompletableFuture<Optional<User>>> lookups = new LinkedHashMap<>();
        if (names != null) {
            String account = watcher.principal().account();
            names.forEach(name ->
                    lookups.computeIfAbsent(name, n -> users.find(account, n).toCompletableFuture()));
        }
        return CompletableFuture.allOf(lookups.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<String, Optional<User>> found = new LinkedHashMap<>();
                    lookups.forEach((name, user) -> found.put(name, user.join()));
                    return found;
                });
    }
}
