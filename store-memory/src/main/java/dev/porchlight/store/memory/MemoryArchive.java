package dev.porchlight.store.memory;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.History.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

record MemoryArchive(MemoryState state, Gate gate, MemoryUsers users) implements Archive {

    @Override
    public void forEach(Consumer<Item> consumer) {
        try {
            gate.ask(this::all).toCompletableFuture().join().forEach(consumer);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private List<Item> all() {
        List<Item> all = new ArrayList<>();
        state.accounts.values().forEach(account -> all.add(new Item.OfAccount(account)));
        state.users.values().forEach(user -> all.add(new Item.OfUser(user)));
        state.apps.values().forEach(app -> all.add(new Item.OfApp(app)));
        state.tokens.values().forEach(token -> all.add(new Item.OfToken(token)));
        state.passwords.values().forEach(password -> all.add(new Item.OfPassword(password)));
        state.grants.values().forEach(grant -> all.add(new Item.OfGrant(grant)));
        state.subscriptions.values().forEach(subscription -> all.add(new Item.OfSubscription(subscription)));
        state.presences.forEach((user, presence) -> all.add(new Item.OfPresence(presence, state.alarms.get(user))));
        state.history.values().stream()
                .flatMap(events -> events.stream().sorted(MemoryHistory.OLDEST_FIRST))
                .forEach(event -> all.add(new Item.OfEvent(event)));
        state.readings.values().stream()
                .flatMap(readings -> readings.stream().sorted(Comparator.comparing(Reading::at)))
                .forEach(reading -> all.add(new Item.OfReading(reading)));
        return all;
    }

    @Override
    public CompletionStage<List<Written>> load(List<Item> items) {
        return gate.ask(() -> {
            Deque<Runnable> undo = new ArrayDeque<>();
            List<Written> answers =
                    items.stream().map(item -> loaded(item, undo)).toList();
            if (!answers.stream().allMatch(answer -> answer == Written.DONE)) {
                undo.forEach(Runnable::run);
            }
            return answers;
        });
    }

    private Written loaded(Item item, Deque<Runnable> undo) {
        return switch (item) {
            case Item.OfAccount(var account) ->
                added(
                        state.accounts.putIfAbsent(account.id(), account),
                        () -> state.accounts.remove(account.id()),
                        undo);
            case Item.OfUser(var user) -> {
                Written written = users.added(user);
                yield written == Written.DONE ? added(null, () -> state.users.remove(user.key()), undo) : written;
            }
            case Item.OfApp(var app) ->
                added(state.apps.putIfAbsent(app.id(), app), () -> state.apps.remove(app.id()), undo);
            case Item.OfToken(var token) ->
                added(state.tokens.putIfAbsent(token.hash(), token), () -> state.tokens.remove(token.hash()), undo);
            case Item.OfPassword(var password) ->
                added(
                        state.passwords.putIfAbsent(password.user(), password),
                        () -> state.passwords.remove(password.user()),
                        undo);
            case Item.OfGrant(var grant) ->
                added(state.grants.putIfAbsent(grant.hash(), grant), () -> state.grants.remove(grant.hash()), undo);
            case Item.OfSubscription(var subscription) ->
                added(
                        state.subscriptions.putIfAbsent(subscription.id(), subscription),
                        () -> state.subscriptions.remove(subscription.id()),
                        undo);
            case Item.OfPresence presence -> loaded(presence, undo);
            case Item.OfEvent(var event) -> loaded(event, undo);
            case Item.OfReading(var reading) -> {
                if (state.trace(reading)) {
                    undo.push(() -> state.readings.values().forEach(all -> all.remove(reading)));
                }
                yield Written.DONE;
            }
        };
    }

    private Written loaded(Item.OfPresence item, Deque<Runnable> undo) {
        UserKey user = item.presence().user();
        Written written = added(
                state.presences.putIfAbsent(user, item.presence()),
                () -> {
                    state.presences.remove(user);
                    state.alarms.remove(user);
                },
                undo);
        if (written == Written.DONE && item.alarm() != null) {
            state.alarms.put(user, item.alarm());
        }
        return written;
    }

    private Written loaded(PresenceEvent event, Deque<Runnable> undo) {
        List<PresenceEvent> events = state.history.computeIfAbsent(event.user(), user -> new ArrayList<>());
        if (!events.contains(event)) {
            events.add(event);
            undo.push(() -> events.remove(event));
        }
        return Written.DONE;
    }

    private static Written added(@Nullable Object before, Runnable remove, Deque<Runnable> undo) {
        if (before != null) {
            return Written.ID_TAKEN;
        }
        undo.push(remove);
        return Written.DONE;
    }
}
