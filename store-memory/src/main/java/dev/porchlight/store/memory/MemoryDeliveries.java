package dev.porchlight.store.memory;

import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.store.memory.Mail.Lane;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemoryDeliveries(MemoryState state, Gate gate) implements Deliveries {

    @Override
    public CompletionStage<Integer> post(List<Posting> postings) {
        return gate.ask(() -> postings.stream().mapToInt(this::posted).sum());
    }

    private int posted(Posting posting) {
        if (state.outbox.remove(posting.entry().sequence()) == null) {
            return 0;
        }
        int count = 0;
        for (Letter letter : posting.letters()) {
            if (state.subscriptions.containsKey(letter.subscription())) {
                state.mail(letter.subscription()).put(posting.entry(), letter);
                count++;
            }
        }
        return count;
    }

    @Override
    public CompletionStage<List<Delivery>> due(String subscription, Instant now, int limit) {
        return gate.ask(() -> state.mail(subscription).lanes.values().stream()
                .filter(lane -> !lane.due.isAfter(now))
                .sorted(Comparator.comparing(lane -> lane.due))
                .limit(limit)
                .map(Lane::front)
                .toList());
    }

    @Override
    public CompletionStage<Optional<Instant>> next(String subscription) {
        return gate.ask(() -> state.mail(subscription).lanes.values().stream()
                .map(lane -> lane.due)
                .min(Comparator.naturalOrder()));
    }

    @Override
    public CompletionStage<Void> settle(Delivery delivery, Attempt attempt, Fate fate) {
        return gate.ask(() -> {
            Mail mail = state.mail(delivery.letter().subscription());
            Lane lane = mail.lanes.get(delivery.user());
            if (lane != null && lane.front().number() == delivery.number()) {
                settle(mail, lane, attempt, fate);
            }
            return null;
        });
    }

    private static void settle(Mail mail, Lane lane, Attempt attempt, Fate fate) {
        Delivery front = lane.waiting.removeFirst();
        Delivery tried = new Delivery(front.number(), front.attempts() + 1, front.user(), front.at(), front.letter());
        lane.due = attempt.at();
        switch (fate) {
            case Fate.Delivered delivered -> {}
            case Fate.Later later -> {
                lane.waiting.addFirst(tried);
                lane.due = later.notBefore();
            }
            case Fate.Parked parked -> mail.parked.put(tried.number(), tried);
        }
        if (lane.waiting.isEmpty()) {
            mail.lanes.remove(front.user());
        }
        mail.note(attempt);
    }

    @Override
    public CompletionStage<Written> again(String subscription, long number, Instant now) {
        return gate.ask(() -> {
            Mail mail = state.mail(subscription);
            Delivery parked = mail.parked.remove(number);
            if (parked == null) {
                return Written.MISSING;
            }
            mail.append(new Delivery(number, 0, parked.user(), parked.at(), parked.letter()), now);
            return Written.DONE;
        });
    }
}
