package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.HistoryReply.Change;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims that soon end, some before and some after the next kill: each end must ring, once and not early. */
final class Bells {
    private static final List<String> USERS = List.of("bell-1", "bell-2", "bell-3", "bell-4", "bell-5", "bell-6");
    private static final Duration SOONEST = Duration.ofMillis(500);
    private static final Duration APART = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Instant> ends = new LinkedHashMap<>();

    static Bells hang(Connection server) throws IOException {
        for (String user : USERS) {
            server.addSignedIn(user);
        }
        return new Bells();
    }

    void set(Connection server) throws IOException {
        Duration ahead = SOONEST;
        for (String user : USERS) {
            ahead = ahead.plus(APART);
            Instant end = Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
            ends.put(user, end);
            Reply reply = server.put(
                    "/v1/users/" + user + "/claims/bell", "{\"status\":\"On_A_Call\",\"until\":\"" + end + "\"}");
            assertThat(reply.isGood()).as(reply.toString()).isTrue();
        }
    }

    void awaitAll(Connection server) throws IOException {
        for (Map.Entry<String, Instant> bell : ends.entrySet()) {
            List<Change> rung = rung(server, bell.getKey(), bell.getValue());
            assertThat(rung)
                    .as("%s in %s, %s", bell, server.history(bell.getKey()), server.presence(bell.getKey()))
                    .hasSize(1);
            assertThat(rung.getFirst().at()).isAfterOrEqualTo(bell.getValue());
            assertThat(rung.getFirst().status()).isEqualTo("Available");
        }
    }

    private static List<Change> rung(Connection server, String user, Instant end) throws IOException {
        // Counted from now: on a busy machine a start may take longer than that.
        Instant deadline = Instant.now().plus(PATIENCE);
        List<Change> rung = List.of();
        while (rung.isEmpty() && Instant.now().isBefore(deadline)) {
            rung = server.history(user).changes().stream()
                    .filter(change ->
                            change.cause().equals("time") && change.since().equals(end))
                    .toList();
        }
        return rung;
    }
}
