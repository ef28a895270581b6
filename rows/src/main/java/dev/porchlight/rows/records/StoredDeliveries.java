package dev.porchlight.rows.records;

import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Deliveries in their lanes, over the delivery table. The index of what is due is of one subscription at a time. */
final class StoredDeliveries implements Deliveries {
    private final Rows rows;
    private final Beside beside;
    private final boolean isShared;
    private final Map<String, Floor> floors = new ConcurrentHashMap<>();

    StoredDeliveries(Rows rows, Beside beside, Memory memory) {
        this.rows = rows;
        this.beside = beside;
        this.isShared = memory.isShared();
    }

    @Override
    public CompletionStage<Integer> post(List<Posting> postings) {
        List<Posting> all = List.copyOf(postings);
        return rows.change(draft -> posted(draft, all), count -> all.forEach(this::posted));
    }

    private int posted(Draft draft, List<Posting> all) {
        MailDraft.expect(draft, all);
        beside.expect(draft, all.stream().map(Posting::entry).toList());
        return all.stream().mapToInt(posting -> posted(draft, posting)).sum();
    }

    private int posted(Draft draft, Posting posting) {
        List<Letter> letters = posting.letters().stream()
                .filter(letter -> StoredSubscriptions.isThere(draft, letter.subscription()))
                .toList();
        if (!beside.posting(draft, posting.entry(), !letters.isEmpty())) {
            return 0;
        }
        letters.forEach(letter ->
                new MailDraft(draft, letter.subscription()).put(posting.entry().event(), letter));
        return letters.size();
    }

    private void posted(Posting posting) {
        beside.posted(posting.entry());
        Instant due = posting.entry().event().at();
        posting.letters().forEach(letter -> set(letter.subscription(), due));
    }

    @Override
    public CompletionStage<List<Delivery>> due(String subscription, Instant now, int limit) {
        return rows.read(view -> {
            List<byte[]> lanes = new ArrayList<>();
            scan(view, subscription, at -> lanes.size() < limit && !at.isAfter(now), lanes::add);
            // Without those, here and below, that were settled since the scan began.
            List<byte[]> fronts = view.getAll(Table.DELIVERY, lanes).stream()
                    .map(lane ->
                            MailKeys.waiting(subscription, Lane.decode(lane).front()))
                    .toList();
            return view.getAll(Table.DELIVERY, fronts).stream()
                    .map(row -> WaitingRow.decode(row).delivery())
                    .toList();
        });
    }

    @Override
    public CompletionStage<Optional<Instant>> next(String subscription) {
        return rows.read(view -> {
            List<Instant> first = new ArrayList<>(1);
            scan(view, subscription, at -> first.isEmpty() && first.add(at), user -> {});
            return first.stream().findFirst();
        });
    }

    /** @param lane sees the key of each lane in the order in which they are due, as long as the instant is wanted */
    private void scan(View view, String subscription, Predicate<Instant> wanted, Consumer<byte[]> lane) {
        byte[] prefix = MailKeys.dues(subscription);
        Floor floor = floor(subscription);
        synchronized (floor.scanning) {
            List<Instant> first = new ArrayList<>(1);
            view.scan(Table.DELIVERY, MailKeys.dueFrom(subscription, isShared ? Instant.MIN : floor.from()), row -> {
                byte[] key = row.key();
                if (!Keys.startsWith(key, prefix)) {
                    return false;
                }
                Instant at = MailKeys.instantOfDue(subscription, key);
                if (first.isEmpty()) {
                    first.add(at);
                }
                boolean isWanted = wanted.test(at);
                if (isWanted) {
                    lane.accept(MailKeys.lane(subscription, row.value()));
                }
                return isWanted;
            });
            floor.scanned(first.isEmpty() ? Instant.MAX : first.getFirst());
        }
    }

    @Override
    public CompletionStage<Void> settle(Delivery delivery, Attempt attempt, Fate fate) {
        String subscription = delivery.letter().subscription();
        Instant next = fate instanceof Fate.Later later ? later.notBefore() : attempt.at();
        return rows.change(
                        draft -> {
                            new MailDraft(draft, subscription).settle(delivery, attempt, fate);
                            return next;
                        },
                        due -> set(subscription, due))
                .thenAccept(due -> {});
    }

    @Override
    public CompletionStage<Written> again(String subscription, long number, Instant now) {
        return rows.change(draft -> unparked(draft, subscription, number, now), written -> set(subscription, now));
    }

    private static Written unparked(Draft draft, String subscription, long number, Instant now) {
        MailDraft mail = new MailDraft(draft, subscription);
        Delivery parked = mail.unpark(number);
        if (parked == null) {
            return Written.MISSING;
        }
        mail.append(new Delivery(number, 0, parked.user(), parked.at(), parked.letter()), now);
        mail.moved(1, -1);
        return Written.DONE;
    }

    /** After the table may have changed under it. */
    void forget() {
        floors.clear();
    }

    private void set(String subscription, Instant due) {
        floor(subscription).set(due);
    }

    private Floor floor(String subscription) {
        return floors.computeIfAbsent(subscription, id -> new Floor());
    }
}
