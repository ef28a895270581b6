package dev.porchlight.client.http;

import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reply;
import dev.porchlight.client.time.Time;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends requests with a token to one API, and tries again what may be tried again, until the time for a call is over. */
public final class Caller {
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final Exchange exchange;
    private final URI base;
    private final AccessTokens tokens;
    private final Map<String, String> headers;
    private final Time time;
    private final Retries retries;
    private final Duration limit;

    /**
     * @param headers to send with each request
     * @param limit for a call, however often it is tried
     */
    public Caller(
            Exchange exchange,
            URI base,
            AccessTokens tokens,
            Map<String, String> headers,
            Time time,
            Retries retries,
            Duration limit) {
        this.exchange = exchange;
        this.base = base;
        this.tokens = tokens;
        this.headers = Map.copyOf(headers);
        this.time = time;
        this.retries = retries;
        this.limit = limit;
    }

    /**
     * The reply, a success.
     *
     * @throws PresenceException for anything else, once trying again is no use or would take too long
     */
    public Reply send(Ask ask) {
        Instant deadline = time.instant().plus(limit);
        for (int tries = 1; ; tries++) {
            try {
                return attempt(ask, deadline);
            } catch (PresenceException e) {
                Optional<Duration> wait = retries.before(e.error(), tries, time.instant());
                if (wait.isEmpty() || !time.instant().plus(wait.get()).isBefore(deadline)) {
                    throw e;
                }
                pause(wait.get(), e);
            }
        }
    }

    /** What {@link #send} answers, as a record. */
    public <T extends Record> T send(Ask ask, Class<T> type) {
        return Answers.read(send(ask), type);
    }

    /** Tries once; twice only where the first token was not taken, since then nothing was done. */
    public Reply attempt(Ask ask, Instant deadline) {
        String token = token();
        Reply reply = exchange.send(request(ask, token), left(deadline));
        if (reply.status() == 401 && tokens.refused(token)) {
            reply = exchange.send(request(ask, token()), left(deadline));
        }
        if (!reply.isSuccess()) {
            throw new PresenceException(Answers.error(reply, time.instant()));
        }
        return reply;
    }

    /** Lets the caller wait before another try; an interrupt ends the call with what went wrong so far. */
    public void pause(Duration wait, PresenceException soFar) {
        try {
            time.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw soFar;
        }
    }

    public Time time() {
        return time;
    }

    public Retries retries() {
        return retries;
    }

    /** For a call, however often it is tried. */
    public Duration limit() {
        return limit;
    }

    private Duration left(Instant deadline) {
        Duration left = Duration.between(time.instant(), deadline);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private String token() {
        String token = tokens.current();
        if (!SENDABLE.matcher(token).matches()) {
            throw new PresenceException(new PresenceError.NoToken(
                    "The access token has characters that no header can hold: is it the right one?", null));
        }
        return token;
    }

    private HttpRequest request(Ask ask, String token) {
        Content content = ask.content();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + ask.path()))
                .method(
                        ask.method(),
                        content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content.text()));
        headers.forEach(request::header);
        if (content != null) {
            request.header("Content-Type", content.type());
        }
        return request.header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
