package dev.porchlight.server.board;

import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Once;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The page at {@code /} and its files. They hold no secret: what the page shows it asks of the API, with its reader's token. */
public final class BoardDoor {
    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    private final Optional<String> demoToken;
    private final String kind;
    private final Once<Assets> assets;

    /**
     * Reads nothing yet: many servers are never asked.
     *
     * @param demoToken what anybody who opens the page may sign in with, in the demo and in an emulator only
     * @param dev whether the page has the controls of an emulator
     * @param blocking carries the reading, off the event loops
     */
    public BoardDoor(Optional<String> demoToken, boolean dev, Executor blocking) {
        this.demoToken = demoToken;
        this.kind = (demoToken.isPresent() ? "-demo" : "") + (dev ? "-dev" : "");
        this.assets = new Once<>(() -> Assets.read(demoToken.isPresent(), dev), blocking);
    }

    /** {@code GET /}. The page's address has no version, so whoever has it asks again whether it is still the same. */
    public CompletionStage<Reply> page(Call call) {
        return assets.get().thenApply(all -> {
            String tag = '"' + all.version() + kind + '"';
            Map<String, String> headers = headers("no-cache");
            headers.put("ETag", tag);
            return call.headerValues("If-None-Match").contains(tag)
                    ? new Reply(304, null, "", headers, null)
                    : reply(all.page(), headers);
        });
    }

    /** {@code GET /board/{version}/{file}}. A file of the present version may be kept for ever. */
    public CompletionStage<Reply> file(Call call) {
        return assets.get().thenApply(all -> {
            boolean present = call.parameter("version").equals(all.version());
            return all.file(call.parameter("file"))
                    .map(asset -> reply(asset, headers(present ? "public, max-age=31536000, immutable" : "no-cache")))
                    .orElseGet(Problems::unknownPath);
        });
    }

    /** {@code GET /board/demo}: a token, in the demo; elsewhere there is no such path. */
    public CompletionStage<Reply> demo(Call call) {
        return CompletableFuture.completedStage(demoToken
                .map(token -> Reply.json(200, Json.write(new DemoToken(token))).with("Cache-Control", "no-store"))
                .orElseGet(Problems::unknownPath));
    }

    /** As JSON: {@code {"access_token":"…"}}. */
    record DemoToken(String accessToken) {
        @Override
        public String toString() {
            return "DemoToken";
        }
    }

    private static Map<String, String> headers(String cacheControl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", cacheControl);
        headers.put("Content-Security-Policy", NOTHING_FROM_ELSEWHERE);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        return headers;
    }

    private static Reply reply(Assets.Asset asset, Map<String, String> headers) {
        return new Reply(200, asset.bytes(), asset.contentType(), headers, null);
    }
}
