package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.PresenceReply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A client that sends update after update to one user, and knows which of them were sent and which acknowledged. */
final class Writer {
    private final String user;
    private final String name;
    private final List<Kind> kinds;
    private final Map<Kind, Long> sent = new ConcurrentHashMap<>();
    private final Map<Kind, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<Kind, Long> settled = new ConcurrentHashMap<>();
    private int turn;

    Writer(String user, String name, Kind... kinds) {
        this.user = user;
        this.name = name;
        this.kinds = List.of(kinds);
        this.kinds.forEach(kind -> settle(Map.of(kind, 0L)));
    }

    String user() {
        return user;
    }

    /**
     * Sends an update: the next one, or again the one of its kind that was refused. Answers whether it was acknowledged; if
     * not, it was refused because the store cannot write.
     */
    boolean write(Connection server) throws IOException {
        Kind kind = kinds.get(turn++ % kinds.size());
        long number = acknowledged.get(kind) + 1;
        sent.put(kind, number);
        Reply reply = kind.send(server, user, name, number);
        if (reply.isGood()) {
            acknowledged.put(kind, number);
            return true;
        }
        assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
        assertThat(reply.code()).as(reply.toString()).isEqualTo(503);
        assertThat(reply.headers()).containsKey("retry-after");
        return false;
    }

    /** The number of the last acknowledged update of each kind. */
    Map<Kind, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** The number of the last update of each kind that reached the presence, which is one that was sent. */
    Map<Kind, Long> reached(PresenceReply presence) {
        Map<Kind, Long> reached = new ConcurrentHashMap<>();
        for (Kind kind : kinds) {
            long number = sent.get(kind);
            while (number > 0 && !kind.isShown(presence, name, number)) {
                number--;
            }
            reached.put(kind, number);
        }
        return reached;
    }

    /** Goes on from what reached the presence. Answers how many updates that are since the last time. */
    long settle(Map<Kind, Long> reached) {
        long before = sum(settled);
        settled.putAll(reached);
        sent.putAll(reached);
        acknowledged.putAll(reached);
        return sum(settled) - before;
    }

    private static long sum(Map<Kind, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return name + " on " + user + ", acknowledged " + acknowledged + " of " + sent;
    }
}
