package dev.porchlight.server.oauth;

import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.OAuthProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The replies of the OAuth endpoints: never kept by anybody on the way, and refusals as Zoom words them. */
final class OAuthReplies {
    private OAuthReplies() {}

    static Reply of(Record body) {
        return noStore(Reply.json(200, Json.write(body)));
    }

    static CompletionStage<Reply> refused(String reason, String error) {
        return CompletableFuture.completedStage(refusal(400, reason, error));
    }

    static CompletionStage<Reply> missing(String parameter) {
        return refused("Missing parameter: " + parameter, "invalid_request");
    }

    /** Whatever is wrong with a code or refresh token: which it is, is nobody's business. */
    static CompletionStage<Reply> invalidGrant() {
        return refused("Invalid Token!", "invalid_grant");
    }

    static CompletionStage<Reply> invalidClient() {
        return refused("Invalid client_id or client_secret", "invalid_client");
    }

    static Reply tooManyAttempts(Duration pause) {
        long seconds = seconds(pause);
        Reply refusal = refusal(
                429,
                "Too many failed attempts: the next is looked at in " + seconds + " seconds",
                "temporarily_unavailable");
        Map<String, String> headers = new LinkedHashMap<>(refusal.headers());
        headers.put("Retry-After", Long.toString(seconds));
        return new Reply(429, refusal.body(), refusal.contentType(), headers, "OAUTH_ATTEMPTS");
    }

    /** Whole, and never zero. */
    static long seconds(Duration pause) {
        return Math.max(1, pause.plusNanos(999_999_999).toSeconds());
    }

    private static Reply refusal(int status, String reason, String error) {
        return noStore(Reply.json(status, Json.write(new OAuthProblem(reason, error))))
                .refusedBy("OAUTH_" + error.toUpperCase(Locale.ROOT));
    }

    private static Reply noStore(Reply reply) {
        return reply.with("Cache-Control", "no-store");
    }
}
