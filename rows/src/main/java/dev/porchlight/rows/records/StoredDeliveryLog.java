package dev.porchlight.rows.records;

import dev.porchlight.engine.codec.DeliveryCodec;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The log and the parked deliveries, over the delivery table. */
record StoredDeliveryLog(Rows rows) implements DeliveryLog {
    private static final int AT_A_TIME = 4096;

    @Override
    public CompletionStage<Void> note(String subscription, Attempt attempt) {
        return rows.change(draft -> noted(draft, subscription, attempt), done -> {})
                .thenAccept(done -> {});
    }

    private static boolean noted(Draft draft, String subscription, Attempt attempt) {
        boolean isThere = StoredSubscriptions.isThere(draft, subscription);
        if (isThere) {
            new MailDraft(draft, subscription).note(attempt);
        }
        return isThere;
    }

    @Override
    public CompletionStage<List<Attempt>> attempts(String subscription, int limit) {
        byte[] prefix = MailKeys.attempts(subscription);
        return rows.read(view -> {
            List<Attempt> newestFirst = new ArrayList<>();
            view.scanBack(
                    Table.DELIVERY,
                    MailKeys.attempt(subscription, Long.MAX_VALUE),
                    row -> newestFirst.size() < limit
                            && Keys.startsWith(row.key(), prefix)
                            && newestFirst.add(attempt(row.value())));
            return newestFirst;
        });
    }

    @Override
    public CompletionStage<List<Delivery>> parked(String subscription, long after, int limit) {
        return rows.read(view -> parked(view, subscription, after, limit));
    }

    private static List<Delivery> parked(View view, String subscription, long after, int limit) {
        byte[] prefix = MailKeys.allParked(subscription);
        List<Delivery> parked = new ArrayList<>();
        view.scan(
                Table.DELIVERY,
                MailKeys.parked(subscription, after + 1),
                row -> parked.size() < limit
                        && Keys.startsWith(row.key(), prefix)
                        && parked.add(WaitingRow.delivery(row.value())));
        return parked;
    }

    @Override
    public CompletionStage<Standing> standing(String subscription) {
        return rows.read(view -> MailCounts.decode(view.get(Table.DELIVERY, MailKeys.counts(subscription)))
                .standing());
    }

    @Override
    public CompletionStage<Long> trim(String subscription, Instant before) {
        return trim(subscription, before, 0, 0);
    }

    private CompletionStage<Long> trim(String subscription, Instant before, long after, long count) {
        return parked(subscription, after, AT_A_TIME).thenCompose(some -> {
            if (some.isEmpty()) {
                return CompletableFuture.completedStage(count);
            }
            List<Long> old = some.stream()
                    .filter(parked -> parked.at().isBefore(before))
                    .map(Delivery::number)
                    .toList();
            return rows.change(draft -> dropped(draft, subscription, old), done -> {})
                    .thenCompose(
                            dropped -> trim(subscription, before, some.getLast().number(), count + dropped));
        });
    }

    private static long dropped(Draft draft, String subscription, List<Long> numbers) {
        MailDraft mail = new MailDraft(draft, subscription);
        int count = 0;
        for (long number : numbers) {
            count += mail.unpark(number) == null ? 0 : 1;
        }
        if (count > 0) {
            mail.moved(0, -count);
        }
        return count;
    }

    private static Attempt attempt(byte[] row) {
        return Damage.named("attempt", () -> DeliveryCodec.attempt(row));
    }
}
