package dev.porchlight.acceptance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.emulator.Porchlight;
import dev.porchlight.emulator.Webhook;
import dev.porchlight.emulator.Webhooks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A week of a thousand people in an emulator whose clock is moved day by day: each signs in every morning for some hours, and
 * some of them do not want to be disturbed. The receiver of webhooks has bad moments.
 */
class VirtualWeekTest {
    private static final Instant MONDAY = Instant.parse("2026-03-23T06:00:00Z");
    private static final int PEOPLE = 1000;
    private static final int DAYS = 7;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 16;

    private final RandomGenerator dice =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20260323);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<String, List<String>> expected = new HashMap<>();

    @Test
    @Timeout(120)
    void everyEndIsAtItsInstantAndReachesTheReceiverInOrder() {
        try (Porchlight porchlight = Porchlight.start(world -> world.frozenAt(MONDAY));
                Webhooks webhooks = porchlight.receive("user.presence_status_updated")) {
            String token = porchlight.token("user:write:admin");
            all(porchlight, token, id -> List.of(new Ask("POST", "/v2/users", """
                    {"action":"create","user_info":{"id":"%s","email":"%s@example.com","type":1}}""".formatted(id, id))));
            for (int day = 0; day < DAYS; day++) {
                Instant morning = MONDAY.plus(DAY.multipliedBy(day));
                all(porchlight, token, id -> morningOf(id, morning));
                webhooks.answering(badMoments());
                assertThat(porchlight.clock().advance(DAY)).isEqualTo(morning.plus(DAY));
            }
            porchlight.clock().advance(Duration.ofHours(2));

            holds(webhooks.all());
            assertThat(webhooks.proofs())
                    .containsExactly(MONDAY, MONDAY.plus(Duration.ofDays(3)), MONDAY.plus(Duration.ofDays(6)));
        }
    }

    /** Signs the person in, and writes down what is to come of the day: nothing that is done later changes it. */
    private List<Ask> morningOf(String id, Instant morning) {
        int lease = dice.nextInt(4 * 3600, 20 * 3600);
        Instant evening = morning.plusSeconds(lease);
        List<String> line = expected.computeIfAbsent(id, user -> new ArrayList<>());
        List<Ask> asks = new ArrayList<>();
        asks.add(new Ask("PUT", "/v1/users/" + id + "/sessions/desk", """
                {"platform":"desktop","version":"6.2.0","state":"active","lease":%d}""".formatted(lease)));
        line.add("Available " + morning);
        if (dice.nextInt(3) == 0) {
            int minutes = dice.nextInt(1, 1441);
            Instant end = morning.plus(Duration.ofMinutes(minutes));
            asks.add(new Ask("PUT", "/v2/users/" + id + "/presence_status", """
                    {"status":"Do_Not_Disturb","duration":%d}""".formatted(minutes)));
            line.add("Do_Not_Disturb " + morning);
            if (end.isBefore(evening)) {
                line.add("Available " + end);
            }
        }
        line.add("Offline " + evening);
        return asks;
    }

    /** Most answers of the day are good; a few are not, each once or several times in a row. */
    private Integer[] badMoments() {
        return IntStream.range(0, 2000)
                .map(number -> dice.nextInt(50) == 0 ? 503 : 200)
                .boxed()
                .toArray(Integer[]::new);
    }

    private void holds(List<Webhook> received) {
        Map<String, List<String>> lines = new HashMap<>();
        Map<Long, List<Webhook>> tries = new LinkedHashMap<>();
        for (Webhook webhook : received) {
            tries.computeIfAbsent(webhook.number(), number -> new ArrayList<>()).add(webhook);
        }
        for (List<Webhook> tried : tries.values()) {
            Webhook first = tried.getFirst();
            lines.computeIfAbsent(first.user(), user -> new ArrayList<>()).add(first.status() + " " + first.at());
            retriesAreOnTime(tried);
        }
        assertThat(lines).isEqualTo(expected);
        List<Long> numbers = new ArrayList<>(tries.keySet());
        Collections.sort(numbers);
        assertThat(numbers.getFirst()).isEqualTo(1);
        assertThat(numbers.getLast()).isEqualTo(numbers.size());
    }

    private static void retriesAreOnTime(List<Webhook> tried) {
        List<Duration> pauses = List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60));
        for (int i = 1; i < tried.size(); i++) {
            Duration pause =
                    Duration.between(tried.get(i - 1).sentAt(), tried.get(i).sentAt());
            assertThat(pause).isEqualTo(pauses.get(i - 1));
            assertThat(tried.get(i).body()).isEqualTo(tried.getFirst().body());
        }
    }

    private record Ask(String method, String path, String body) {}

    private interface Asking {
        List<Ask> of(String id);
    }

    /** Asks for everybody, several at once, for each person one after the other. */
    private void all(Porchlight porchlight, String token, Asking asking) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            free.acquireUninterruptibly();
            CompletableFuture<?> last = CompletableFuture.completedFuture(null);
            for (Ask ask : asking.of("p%04d".formatted(person))) {
                last = last.thenCompose(done -> send(porchlight, token, ask));
            }
            all.add(last.whenComplete((done, failure) -> free.release()));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<?> send(Porchlight porchlight, String token, Ask ask) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(porchlight.uri() + ask.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(ask.method(), BodyPublishers.ofString(ask.body()))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenAccept(VirtualWeekTest::isGood);
    }

    private static void isGood(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isLessThan(300);
    }
}
