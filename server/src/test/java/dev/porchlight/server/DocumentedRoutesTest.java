package dev.porchlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.MovedClock;
import dev.porchlight.server.fixture.OpenApi;
import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.http.Access;
import dev.porchlight.server.http.Route;
import dev.porchlight.server.rate.Label;
import dev.porchlight.store.memory.MemoryStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of routes against the two documents that describe it. */
class DocumentedRoutesTest {
    private static final OpenApi API = OpenApi.read();

    /** The rate limit labels of Zoom's reference. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("PUT /v2/users/{userId}/presence_status", "Medium"),
            Map.entry("GET /v2/users/{userId}/presence_status", "Medium"),
            Map.entry("GET /v2/users", "Medium"),
            Map.entry("POST /v2/users", "Light"),
            Map.entry("GET /v2/users/{userId}", "Light"),
            Map.entry("PATCH /v2/users/{userId}", "Light"),
            Map.entry("DELETE /v2/users/{userId}", "Light"),
            Map.entry("GET /v2/contacts", "Medium"),
            Map.entry("GET /v2/chat/users/me/contacts", "Medium"),
            Map.entry("GET /v2/chat/users/me/contacts/{identifier}", "Medium"),
            Map.entry("GET /v2/marketplace/app/event_subscription", "Medium"),
            Map.entry("POST /v2/marketplace/app/event_subscription", "Heavy"),
            Map.entry("DELETE /v2/marketplace/app/event_subscription", "Medium"),
            Map.entry("PATCH /v2/marketplace/app/event_subscription/{eventSubscriptionId}", "Medium"),
            Map.entry("DELETE /v2/marketplace/app/event_subscription/{eventSubscriptionId}", "Medium"));

    static List<Route> routes() {
        MovedClock clock = new MovedClock(HouseUnderTest.START);
        Site site = new Site(clock, clock, () -> "http://127.0.0.1", "operator", Runnable::run, Optional.empty());
        try (Wiring wiring = Wiring.over(new MemoryStore(), Settings.defaults(), site)) {
            return wiring.routes().all().stream()
                    .filter(route -> !isPage(route))
                    .toList();
        }
    }

    /** Of the board, the sign-in and the reference, which are for people. */
    private static boolean isPage(Route route) {
        return route.path().equals("/")
                || route.path().startsWith("/board/")
                || route.path().equals("/oauth/authorize")
                || route.path().equals("/oauth/device")
                || route.path().startsWith("/reference");
    }

    @Test
    void theOpenApiDocumentHasTheseRoutesAndNoOthers() {
        assertThat(API.paths()
                        .flatMap(path -> path.getValue()
                                .propertyStream()
                                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())))
                .containsExactlyInAnyOrderElementsOf(
                        routes().stream().map(Route::toString).toList());
    }

    @Test
    void thePostmanCollectionHasTheseRoutesAndNoOthers() {
        try (HouseUnderTest house = new HouseUnderTest()) {
            JsonNode collection =
                    house.get("/postman.json").send().hasStatus(200).json();
            assertThat(collection.path("item").findValues("item").stream()
                            .flatMap(JsonNode::valueStream)
                            .map(item -> route(item.path("request"))))
                    .containsExactlyInAnyOrderElementsOf(
                            routes().stream().map(Route::toString).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoMayAskIsDocumentedAsItIs(Route route) {
        List<JsonNode> security =
                operation(route).path("security").valueStream().toList();
        switch (route.access()) {
            case Access.Open open ->
                assertThat(security)
                        .allSatisfy(entry -> assertThat(entry.has("client")).isTrue());
            case Access.Scoped scoped ->
                assertThat(security.stream().map(entry -> entry.at("/token/0").asText()))
                        .containsExactlyElementsOf(Stream.concat(scoped.scopes().stream(), Stream.of(Scopes.ADMIN))
                                .toList());
            case Access.Administrator a ->
                assertThat(security.stream().map(entry -> entry.at("/token/0").asText()))
                        .containsExactly(Scopes.ADMIN);
            case Access.Operator o ->
                assertThat(security)
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.has("operator")).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theParametersOfThePathAreDocumented(Route route) {
        List<String> named = Pattern.compile("(?<=\\{)\\w+(?=})")
                .matcher(route.path())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(operation(route)
                        .path("parameters")
                        .valueStream()
                        .map(API::resolved)
                        .filter(parameter -> parameter.path("in").asText().equals("path"))
                        .map(parameter -> parameter.path("name").asText()))
                .containsExactlyElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRequestThatCountsIsDescribedWithItsRefusal(Route route) {
        assertThat(operation(route).path("responses").path("429").toString().contains("ateLimit")
                        || operation(route)
                                .at("/responses/429/content/application~1json/examples")
                                .has("tooFast"))
                .isEqualTo(route.label() != null);
    }

    /** As Zoom's reference has it (docs/conformance.md, Rate limits). */
    @ParameterizedTest
    @MethodSource("routes")
    void aRouteOfZoomsCountsAsHeavyAsThere(Route route) {
        assertThat(Optional.ofNullable(route.label()).map(Label::spelling))
                .isEqualTo(Optional.ofNullable(LABELS.get(route.toString())));
    }

    @Test
    void theScopesOfTheDocumentAreThoseThatCanBeGiven() {
        assertThat(API.root()
                        .at("/components/securitySchemes/token/flows/clientCredentials/scopes")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Scopes.ALL);
    }

    private static JsonNode operation(Route route) {
        return API.root()
                .path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT));
    }

    private static String route(JsonNode request) {
        String path = request.at("/url/raw")
                .asText()
                .replace("{{baseUrl}}", "/v2")
                .replace("{{server}}", "")
                .replaceAll(":(\\w+)", "{$1}");
        return request.path("method").asText() + " " + path;
    }
}
