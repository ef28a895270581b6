package dev.porchlight.store.memory;

import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.DeliveryLog;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

record MemoryDeliveryLog(MemoryState state, Gate gate) implements DeliveryLog {

    @Override
    public CompletionStage<Void> note(String subscription, Attempt attempt) {
        return gate.ask(() -> {
            if (state.subscriptions.containsKey(subscription)) {
                state.mail(subscription).note(attempt);
            }
            return null;
        });
    }

    @Override
    public CompletionStage<List<Attempt>> attempts(String subscription, int limit) {
        return gate.ask(
                () -> state.mail(subscription).newestFirst.stream().limit(limit).toList());
    }

    @Override
    public CompletionStage<List<Delivery>> parked(String subscription, long after, int limit) {
        return gate.ask(() -> state.mail(subscription).parked.tailMap(after, false).values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<Standing> standing(String subscription) {
        return gate.ask(() -> {
            Mail mail = state.mail(subscription);
            return new Standing(mail.last, mail.waiting(), mail.parked.size());
        });
    }

    @Override
    public CompletionStage<Long> trim(String subscription, Instant before) {
        return gate.ask(() -> {
            Mail mail = state.mail(subscription);
            int size = mail.parked.size();
            mail.parked.values().removeIf(parked -> parked.at().isBefore(before));
            return (long) size - mail.parked.size();
        });
    }
}
