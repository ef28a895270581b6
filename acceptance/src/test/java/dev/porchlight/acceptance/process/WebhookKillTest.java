package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.acceptance.process.FlakyReceiver.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server at random points of 1,000 changes that three receivers are told of, of which two fail now and then.
 * {@code -Dporchlight.kills=20} for more kills, {@code -Dporchlight.seed=N} for the moments of a run before.
 */
class WebhookKillTest {
    private static final int KILLS = Integer.getInteger("porchlight.kills", 4);
    private static final long SEED = Long.getLong("porchlight.seed", System.nanoTime());
    private static final int CHANGES = 1_000;
    private static final int USERS = 10;
    private static final List<String> STATUSES = List.of("Busy", "Away", "Available", "Do_Not_Disturb");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = new Random(SEED);

    /** What each user was set to, in order. */
    private final Map<String, List<String>> acknowledged = new HashMap<>();

    /** What has been sent and not been answered. */
    private @Nullable Change underWay;

    private record Change(String user, String status) {}

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path temp;

    @Test
    void everyReceiverGetsEveryChangeInOrderAndWithoutHoles() throws Exception {
        System.out.printf("porchlight.kills=%d porchlight.seed=%d%n", KILLS, SEED);
        Path data = temp.resolve("data");
        try (FlakyReceiver steady = new FlakyReceiver(SEED, Integer.MAX_VALUE);
                FlakyReceiver flaky = new FlakyReceiver(SEED + 1, 10);
                FlakyReceiver worse = new FlakyReceiver(SEED + 2, 3)) {
            List<FlakyReceiver> receivers = List.of(steady, flaky, worse);
            begin(data, receivers);
            for (int kill = 1; kill <= KILLS; kill++) {
                killWithin(data, CHANGES / (2 * KILLS + 2));
            }
            try (ServerProcess server = serve(data);
                    Connection connection = server.connect()) {
                findOut(connection);
                while (done() < CHANGES) {
                    change(connection);
                }
                for (FlakyReceiver receiver : receivers) {
                    check(drained(connection, receiver));
                }
                assertThat(server.stop()).isZero();
            }
            System.out.printf(
                    "%d kills; receivers took %s deliveries%n",
                    KILLS,
                    receivers.stream().map(receiver -> receiver.taken().size()).toList());
        }
    }

    private static ServerProcess serve(Path data) throws IOException {
        return ServerProcess.serve(
                data,
                "--webhook-private-targets",
                "--webhook-retry",
                "PT0.05S,PT0.05S,PT0.1S,PT0.1S,PT0.1S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S");
    }

    private void begin(Path data, List<FlakyReceiver> receivers) throws Exception {
        try (ServerProcess server = serve(data);
                Connection connection = server.connect()) {
            for (int user = 0; user < USERS; user++) {
                connection.addSignedIn("user-" + user);
                acknowledged.put("user-" + user, new ArrayList<>());
            }
            for (FlakyReceiver receiver : receivers) {
                Reply made = connection.post(
                        "/v2/marketplace/app/event_subscription",
                        "{\"events\":[\"user.presence_status_updated\"],\"event_webhook_url\":\"" + receiver.url()
                                + "\",\"event_webhook_secret_token\":\"" + FlakyReceiver.SECRET + "\"}");
                assertThat(made.status()).as(made.toString()).isEqualTo(201);
            }
            assertThat(server.stop()).isZero();
        }
    }

    /** Changes one after the other, and kills the server at some moment of at most twice so many, most likely within one. */
    private void killWithin(Path data, int changes) throws Exception {
        try (ServerProcess server = serve(data);
                Connection connection = server.connect()) {
            findOut(connection);
            int last = random.nextInt(1, changes);
            for (int i = 0; i < last; i++) {
                change(connection);
            }
            Thread killer = Thread.ofVirtual().start(server::kill);
            try {
                // Far more than are done before a process dies.
                for (int i = 0; i < changes; i++) {
                    change(connection);
                }
            } catch (IOException e) {
                assertThat(underWay).as("a change that was cut off").isNotNull();
            }
            killer.join();
            server.exit();
        }
    }

    /** Each user goes round through the statuses, so that a change that was lost or doubled shows. */
    private void change(Connection connection) throws IOException {
        String user = "user-" + random.nextInt(USERS);
        List<String> before = acknowledged.get(user);
        underWay = new Change(user, STATUSES.get(before.size() % STATUSES.size()));
        Reply reply =
                connection.put("/v2/users/" + user + "/presence_status", "{\"status\":\"" + underWay.status() + "\"}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
        before.add(underWay.status());
        underWay = null;
    }

    /** Whether the change that was cut off is done: nobody was told. */
    private void findOut(Connection connection) throws IOException {
        Change cut = underWay;
        underWay = null;
        if (cut != null) {
            Reply now = connection.get("/v2/users/" + cut.user() + "/presence_status");
            assertThat(now.status()).as(now.toString()).isEqualTo(200);
            if (now.body().contains('"' + cut.status() + '"')) {
                acknowledged.get(cut.user()).add(cut.status());
            }
        }
    }

    private int done() {
        return acknowledged.values().stream().mapToInt(List::size).sum();
    }

    private List<Taken> drained(Connection connection, FlakyReceiver receiver) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (numbers(receiver.taken()).size() < CHANGES && System.nanoTime() < end) {
            // Asking costs the time in which deliveries go on.
            assertThat(connection.get("/v1/webhooks").status()).isEqualTo(200);
        }
        return receiver.taken();
    }

    private static Set<Long> numbers(List<Taken> taken) {
        Set<Long> numbers = new HashSet<>();
        taken.forEach(delivery -> numbers.add(delivery.number()));
        return numbers;
    }

    private void check(List<Taken> taken) {
        assertThat(numbers(taken)).hasSize(CHANGES).allMatch(number -> number >= 1 && number <= CHANGES);
        Map<String, List<Taken>> firsts = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Taken delivery : taken) {
            long before = last.getOrDefault(delivery.user(), 0L);
            // What was on its way when the server died comes again, and nothing older than that.
            assertThat(delivery.number()).as("of %s", delivery.user()).isGreaterThanOrEqualTo(before);
            if (delivery.number() > before) {
                firsts.computeIfAbsent(delivery.user(), user -> new ArrayList<>())
                        .add(delivery);
                last.put(delivery.user(), delivery.number());
            }
        }
        acknowledged.forEach((user, statuses) -> assertThat(firsts.getOrDefault(user, List.of()))
                .as(user)
                .extracting(Taken::status)
                .isEqualTo(statuses));
    }
}
