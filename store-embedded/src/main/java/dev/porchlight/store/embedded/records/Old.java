package dev.porchlight.store.embedded.records;

import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a trim of the outbox drops: almost always one run from the front, more only where a clock was put back. */
record Old(long count, List<Run> runs) {

    /** Entries one after the other, both ends included. */
    record Run(long first, long last) {}

    static Old of(View view, Instant before) {
        List<Run> runs = new ArrayList<>();
        long[] count = {0};
        boolean[] goesOn = {false};
        view.scan(Table.OUTBOX, Keys.sequence(0), row -> {
            boolean old = OutboxRow.decode(row.value()).event().at().isBefore(before);
            if (old) {
                count[0]++;
                long sequence = Keys.sequence(row.key());
                long first = goesOn[0] ? runs.removeLast().first() : sequence;
                runs.add(new Run(first, sequence));
            }
            goesOn[0] = old;
            return true;
        });
        return new Old(count[0], runs);
    }
}
