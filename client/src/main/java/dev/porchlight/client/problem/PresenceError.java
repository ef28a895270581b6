package dev.porchlight.client.problem;

import dev.porchlight.wire.Problem.FieldError;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something could not be done. The family is closed: a switch over it needs no default. */
public sealed interface PresenceError {

    /** For people: what happened, in a sentence. */
    String message();

    /** What the server answered, where it answered. */
    default Optional<Reply> reply() {
        return Optional.empty();
    }

    /** When the same request may be sent again, where that is known. */
    default Optional<Instant> retryTime() {
        return Optional.empty();
    }

    /**
     * The server said no (zoom-wire: PUT presence_status).
     *
     * @param code Zoom's number, or 0 where the reply has none
     * @param fields which fields are to blame
     * @param retryAt from {@code Retry-After}, by the clock of this machine
     */
    record Refused(
            Reply answer,
            int code,
            String message,
            List<FieldError> fields,
            @Nullable Instant retryAt) implements PresenceError {

        public int status() {
            return answer.status();
        }

        /** What kind of refusal it is. */
        public Reason reason() {
            return Reason.of(answer.status(), code);
        }

        @Override
        public Optional<Reply> reply() {
            return Optional.of(answer);
        }

        @Override
        public Optional<Instant> retryTime() {
            return Optional.ofNullable(retryAt);
        }
    }

    /**
     * Something answered, but not as the API does: a page of HTML, half a body, a redirect, a field missing. Whether the
     * request took effect is not known.
     */
    record NotUnderstood(
            Reply answer, String message, @Nullable Instant retryAt) implements PresenceError {
        @Override
        public Optional<Reply> reply() {
            return Optional.of(answer);
        }

        @Override
        public Optional<Instant> retryTime() {
            return Optional.ofNullable(retryAt);
        }
    }

    /** Nobody was reached, and nothing was sent. */
    record NoConnection(URI address, String message) implements PresenceError {}

    /** The connection broke before an answer came. Whether the request took effect is not known. */
    record Broken(String message) implements PresenceError {}

    /** No whole answer came in time. Whether the request took effect is not known. */
    record TimedOut(Duration after, String message) implements PresenceError {}

    /**
     * There is no access token to send the request with.
     *
     * @param cause why the one who gives them did not
     */
    record NoToken(String message, @Nullable PresenceError cause) implements PresenceError {
        @Override
        public Optional<Reply> reply() {
            return cause == null ? Optional.empty() : cause.reply();
        }
    }

    /** Zoom has no such thing; a Porchlight server does. Nothing was sent. */
    record NotOnZoom(String message) implements PresenceError {}

    /** The update would have had to wait for longer than its caller's patience. Nothing was sent. */
    record TooSoon(String message, Instant retryAt) implements PresenceError {
        @Override
        public Optional<Instant> retryTime() {
            return Optional.of(retryAt);
        }
    }

    /**
     * The server ended a watch for good (native-api: Watching).
     *
     * @param code of the WebSocket's close, 44xx
     */
    record WatchEnded(int code, String message) implements PresenceError {}

    /** This client was closed. What it held was not sent. */
    record ClientClosed(String message) implements PresenceError {}
}
