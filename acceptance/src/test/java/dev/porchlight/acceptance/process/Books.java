package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.HistoryReply;
import dev.porchlight.wire.HistoryReply.Change;
import dev.porchlight.wire.PresenceReply;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server tells, held against what the writers know. */
final class Books {
    private final Crowd crowd;
    private final Map<String, Long> revisions = new HashMap<>();

    Books(Crowd crowd) {
        this.crowd = crowd;
    }

    /** Notes where everybody begins. */
    void open(Connection server) throws IOException {
        for (String user : crowd.users()) {
            revisions.put(user, server.presence(user).revision());
        }
    }

    /**
     * Every acknowledged update is there or a later one that was sent; the history leads to the answer without a hole; and
     * the revision has risen by exactly one for each update that reached the user.
     */
    void check(Connection server) throws IOException {
        for (String user : crowd.users()) {
            PresenceReply presence = server.presence(user);
            long updates = 0;
            for (Writer writer : crowd.of(user)) {
                updates += settle(writer, presence);
            }
            assertThat(presence.revision())
                    .as("revision of %s after %d more updates", user, updates)
                    .isEqualTo(revisions.get(user) + updates);
            revisions.put(user, presence.revision());
            checkHistory(server.history(user), presence);
        }
    }

    private static long settle(Writer writer, PresenceReply presence) {
        Map<Kind, Long> reached = writer.reached(presence);
        writer.acknowledged()
                .forEach((kind, number) -> assertThat(reached.get(kind))
                        .as("last %s of %s in %s", kind, writer, presence)
                        .isGreaterThanOrEqualTo(number));
        return writer.settle(reached);
    }

    private static void checkHistory(HistoryReply history, PresenceReply presence) {
        List<Change> changes = history.changes();
        for (int i = 1; i < changes.size(); i++) {
            Change last = changes.get(i - 1);
            Change change = changes.get(i);
            assertThat(change.before()).as("%s before %s", last, change).isEqualTo(last.status());
            // Each update of a user of one writer alone is a change of its own.
            if (presence.user().startsWith("alone")) {
                assertThat(change.revision()).isEqualTo(last.revision() + 1);
            } else {
                assertThat(change.revision()).isGreaterThan(last.revision());
            }
        }
        Change last = changes.getLast();
        assertThat(last.revision()).isLessThanOrEqualTo(presence.revision());
        assertThat(List.of(last.status(), last.since(), String.valueOf(last.until())))
                .as("last change %s, and %s", last, presence)
                .isEqualTo(List.of(presence.status(), presence.since(), String.valueOf(presence.until())));
    }
}
