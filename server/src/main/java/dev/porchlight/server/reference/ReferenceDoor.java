package dev.porchlight.server.reference;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.sample.Languages;
import dev.porchlight.reference.site.Settings;
import dev.porchlight.reference.site.Site;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Once;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The reference pages of the server's own API, and in the demo those of the item that Porchlight began with. Each is made when
 * it is asked for.
 */
public final class ReferenceDoor {
    /** How deep pages lie: collection, folder, item, language, file. */
    public static final int DEEPEST = 5;

    private static final String ZOOM = "zoom.postman_collection.json";
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-cache",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                            + " form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");

    private final Executor blocking;
    private final Once<Site> site;

    /**
     * Reads nothing yet: many servers are never asked.
     *
     * @param own the collection of the server's API
     * @param blocking carries the making, off the event loops
     */
    public ReferenceDoor(Supplier<byte[]> own, boolean demo, Executor blocking) {
        this.blocking = blocking;
        this.site = new Once<>(() -> made(own.get(), demo), blocking);
    }

    /** The path with so many segments below {@code /reference}. */
    public static String path(int segments) {
        return "/reference"
                + IntStream.rangeClosed(1, segments)
                        .mapToObj(place -> "/{segment" + place + "}")
                        .collect(Collectors.joining());
    }

    /** {@code GET /reference}: pages refer to each other from where they are, so the first one has to be in its place. */
    public CompletionStage<Reply> first(Call call) {
        return CompletableFuture.completedStage(
                new Reply(308, null, "", Map.of("Location", "/reference/index.html"), null));
    }

    /** {@code GET /reference/…}. */
    public CompletionStage<Reply> page(Call call) {
        String address = IntStream.rangeClosed(1, call.parameters().size())
                .mapToObj(place -> call.parameter("segment" + place))
                .collect(Collectors.joining("/"));
        return site.get()
                .thenApplyAsync(
                        made -> made.at(address)
                                .map(page -> reply(address, page))
                                .orElseGet(Problems::unknownPath),
                        blocking);
    }

    private static Site made(byte[] own, boolean demo) {
        List<Collection> collections = new ArrayList<>(List.of(Collection.read(own)));
        if (demo) {
            collections.add(Collection.read(zoom()));
        }
        return new Site(collections, new Settings(Languages.ALL, Map.of(), false));
    }

    private static byte[] zoom() {
        try (InputStream resource = ReferenceDoor.class.getResourceAsStream(ZOOM)) {
            return Objects.requireNonNull(resource, ZOOM).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + ZOOM, e);
        }
    }

    private static Reply reply(String address, byte[] page) {
        String type = switch (address.substring(address.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            default -> "text/html";
        };
        return new Reply(200, Buffer.buffer(page), type + "; charset=utf-8", HEADERS, null);
    }
}
