package dev.porchlight.bench.soak;

import dev.porchlight.wire.Json;
import dev.porchlight.wire.QueryReply;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.StatusReply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The API, as the people of a soak use it. */
final class Requests implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int QUERIED_AT_ONCE = 1_000;

    private final Ground ground;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Requests(Ground ground) {
        this.ground = ground;
    }

    /** The reply's status; what it says otherwise does not matter. */
    int send(String method, String path, String json) throws IOException, InterruptedException {
        return reply(method, path, json).statusCode();
    }

    String sent(String method, String path, String json) throws IOException, InterruptedException {
        return reply(method, path, json).body();
    }

    private HttpResponse<String> reply(String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ground.uri().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + ground.token())
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** What the store says of everybody. */
    List<StatusReply> truth(List<Person> people) throws IOException, InterruptedException {
        List<StatusReply> all = new ArrayList<>();
        for (int from = 0; from < people.size(); from += QUERIED_AT_ONCE) {
            String names = people.subList(from, Math.min(people.size(), from + QUERIED_AT_ONCE)).stream()
                    .map(person -> '"' + person.id() + '"')
                    .collect(Collectors.joining(",", "{\"users\":[", "]}"));
            String body = sent("POST", "/v1/presence/query", names);
            if (!(Json.read(body, QueryReply.class) instanceof Read.Good<QueryReply>(QueryReply reply))) {
                throw new IOException("not the answers to a query: " + body);
            }
            all.addAll(reply.users());
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
    }
}
