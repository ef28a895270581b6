package dev.porchlight.server.document;

import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /openapi.json} and {@code /postman.json}. */
public final class DocumentsDoor {
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();
    private final Supplier<String> address;
    private final Executor blocking;

    /**
     * Reads nothing yet: most servers are never asked.
     *
     * @param address where clients find the API, known once the port is open
     * @param blocking carries the reading, off the event loops
     */
    public DocumentsDoor(Supplier<String> address, Executor blocking) {
        this.address = address;
        this.blocking = blocking;
    }

    public CompletionStage<Reply> openApi(Call call) {
        return reply(call, Document::text);
    }

    public CompletionStage<Reply> postman(Call call) {
        return reply(call, DocumentsDoor::collection);
    }

    /** The Postman collection, in UTF-8. Slow enough not to ask on an event loop. */
    public byte[] collection() {
        return collection(address.get()).getBytes(StandardCharsets.UTF_8);
    }

    private static String collection(String at) {
        return new PostmanCollection(Document.read(at), at).text();
    }

    private CompletionStage<Reply> reply(Call call, Function<String, String> document) {
        return CompletableFuture.supplyAsync(
                () -> Reply.json(
                        200,
                        written.computeIfAbsent(
                                call.route().path(),
                                path -> document.apply(address.get()).getBytes(StandardCharsets.UTF_8))),
                blocking);
    }
}
