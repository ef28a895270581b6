package dev.porchlight.server.http;

import dev.porchlight.engine.Failures;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.server.body.RequestBody;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.rate.Rates;
import dev.porchlight.server.rate.Standing;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads one request through the house: route, body, gate, rate limit, scope, door. Its order of checks is that of docs/zoom-wire.md; the
 * door goes on with fields, user, permission and rules.
 */
public final class Dispatcher {
    static final String ACCOUNT_HEADER = "Porchlight-Account";

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Routes routes;
    private final Gate gate;
    private final Rates rates;
    private final Journal journal;
    private final Mischief mischief;

    public Dispatcher(Routes routes, Gate gate, Rates rates, Journal journal, Mischief mischief) {
        this.routes = routes;
        this.gate = gate;
        this.rates = rates;
        this.journal = journal;
        this.mischief = mischief;
    }

    /** Answers the request, whatever happens. Called on the request's event loop. */
    public void handle(HttpServerRequest request) {
        if (!Queries.readable(request.query())) {
            turnAway(request, Problems.malformed("Bad percent-escape in the query."));
            return;
        }
        String path = request.path();
        switch (routes.match(request.method(), path == null ? "" : path)) {
            case Routes.Match.Found found -> arrive(request, found);
            case Routes.Match.UnknownPath unknown -> turnAway(request, Problems.unknownPath());
            case Routes.Match.WrongMethod wrong ->
                turnAway(request, Problems.wrongMethod(request.method().name(), wrong.allowed()));
            case Routes.Match.BadEscape bad ->
                turnAway(request, Problems.malformed("Bad percent-escape in the path: " + bad.segment()));
        }
    }

    private void arrive(HttpServerRequest request, Routes.Match.Found found) {
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        switch (found.route().handling()) {
            case Door door ->
                new BodyReader(request, found.route().maxBody())
                        .read((body, outcome) -> handle(new Arrival(request, found, body, outcome, loop)));
            case StreamDoor stream ->
                handle(new Arrival(request.pause(), found, Buffer.buffer(0), BodyReader.Outcome.WHOLE, loop));
        }
    }

    /** Answers bytes that are no HTTP, as far as they can be answered, and closes the connection. */
    public void handleBroken(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Reply reply = cause instanceof TooLongHttpLineException
                ? Problems.problem(414, 300, "The request line is too long.", "HTTP")
                : cause instanceof TooLongHttpHeaderException
                        ? Problems.problem(431, 300, "The request's headers are too long.", "HTTP")
                        : Problems.problem(400, 300, "This is not an HTTP request.", "HTTP");
        new Response(request, null, Buffer.buffer(0), journal).send(reply.with("Connection", "close"));
    }

    /**
     * A request with its body.
     *
     * @param loop where the request is served
     */
    private record Arrival(
            HttpServerRequest request,
            Routes.Match.Found match,
            Buffer body,
            BodyReader.Outcome outcome,
            Context loop) {

        Route route() {
            return match.route();
        }

        String path() {
            return Objects.requireNonNullElse(request.path(), "");
        }

        /** Null for a connection that is gone meanwhile. */
        private String address() {
            SocketAddress remote = request.remoteAddress();
            return remote == null ? "" : remote.hostAddress();
        }

        Call call(Principal principal) {
            return new Call(
                    route(), match.parameters(), request.query(), request.headers(), body, principal, address());
        }
    }

    private void handle(Arrival arrival) {
        Response response = new Response(arrival.request(), arrival.route(), arrival.body(), journal);
        answer(arrival, response).whenComplete((reply, failure) -> {
            if (failure != null) {
                response.send(failed(arrival.route(), failure));
            } else {
                reply.ifPresent(response::send);
            }
        });
    }

    /** Empty where a door has taken the connection over. */
    private CompletionStage<Optional<Reply>> answer(Arrival arrival, Response response) {
        try {
            return arrival.route().access() instanceof Access.Open
                    ? open(arrival, response, Principal.NOBODY)
                    : throughGate(arrival, response);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Optional<Reply>> throughGate(Arrival arrival, Response response) {
        HttpServerRequest request = arrival.request();
        String account = request.getHeader(ACCOUNT_HEADER);
        return gate.enter(Bearer.of(request.headers()), account == null ? "default" : account)
                .thenCompose(entry -> switch (entry) {
                    case Gate.Entry.Denied denied -> answered(Problems.badToken(denied.message()));
                    case Gate.Entry.NoSuchAccount missing -> answered(Problems.noSuchAccount(missing.account()));
                    case Gate.Entry.Admitted admitted -> counted(arrival, response, admitted.principal());
                });
    }

    /** The operator is nobody's customer. */
    private CompletionStage<Optional<Reply>> counted(Arrival arrival, Response response, Principal principal) {
        Standing standing = principal.operator()
                ? null
                : rates.count(principal.account(), arrival.route().label());
        if (standing == null) {
            return open(arrival, response, principal);
        }
        response.setPrincipal(principal);
        CompletionStage<Optional<Reply>> opened =
                standing.within() ? open(arrival, response, principal) : answered(Limited.refusal(standing));
        return opened.exceptionally(failure -> Optional.of(failed(arrival.route(), failure)))
                .thenApply(reply -> reply.map(plain -> Limited.told(plain, standing)));
    }

    private CompletionStage<Optional<Reply>> open(Arrival arrival, Response response, Principal principal) {
        response.setPrincipal(principal);
        Call call = arrival.call(principal);
        Mischief.Fault fault = mischief.next(call, arrival.path());
        return fault == null ? admitted(arrival, call) : spoilt(arrival, response, fault, call);
    }

    private CompletionStage<Optional<Reply>> admitted(Arrival arrival, Call call) {
        Reply refused = notAllowed(arrival.route().access(), call.principal());
        if (refused == null) {
            refused = notRead(arrival);
        }
        return refused == null ? opened(arrival, call) : answered(refused);
    }

    private CompletionStage<Optional<Reply>> spoilt(
            Arrival arrival, Response response, Mischief.Fault fault, Call call) {
        CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
        // A timer of Vert.x waits a millisecond at least.
        long millis = Math.max(1, fault.delay().toMillis());
        arrival.loop().owner().setTimer(millis, timer -> later.complete(null));
        return later.thenCompose(now -> switch (fault.then()) {
            case Mischief.Then.Serve serve -> admitted(arrival, call);
            case Mischief.Then.Answer answer -> answered(answer.reply());
            case Mischief.Then.Drop drop -> {
                response.drop();
                yield CompletableFuture.completedStage(Optional.empty());
            }
        });
    }

    private static CompletionStage<Optional<Reply>> opened(Arrival arrival, Call call) {
        return switch (arrival.route().handling()) {
            case Door door -> door.open(call).thenApply(Optional::of);
            case StreamDoor stream ->
                // Back on the event loop: the gate may have waited for a thread of the store.
                CompletableFuture.completedStage(call)
                        .thenComposeAsync(
                                let -> stream.open(let, arrival.request()),
                                open -> arrival.loop().runOnContext(turn -> open.run()));
        };
    }

    private static CompletionStage<Optional<Reply>> answered(Reply reply) {
        return CompletableFuture.completedStage(Optional.of(reply));
    }

    private static @Nullable Reply notAllowed(Access access, Principal principal) {
        return switch (access) {
            case Access.Open open -> null;
            case Access.Scoped scoped ->
                principal.hasAny(scoped.scopes()) ? null : Problems.scopeMissing(scoped.scopes());
            case Access.Administrator a -> principal.admin() ? null : Problems.notAdministrator("porchlight:admin");
            case Access.Operator o -> principal.operator() ? null : Problems.notAdministrator("operator");
        };
    }

    private static @Nullable Reply notRead(Arrival arrival) {
        return switch (arrival.outcome()) {
            case WHOLE -> null;
            case TOO_LARGE -> Problems.tooLarge(arrival.route().maxBody());
            case TOO_SLOW -> Problems.problem(408, 300, "The request's body did not come in time.", "BODY_TIME");
        };
    }

    private static Reply failed(Route route, Throwable failure) {
        Throwable cause = Failures.cause(failure);
        if (cause instanceof StoreUnavailableException unavailable) {
            log.warn("{}: the store cannot answer: {}", route, unavailable.getMessage());
            return Problems.unavailable("its store does not take requests at the moment. Try again.");
        }
        log.error("{} failed", route, cause);
        return Problems.internal();
    }

    private void turnAway(HttpServerRequest request, Reply reply) {
        new BodyReader(request, RequestBody.MAX_BYTES)
                .read((body, outcome) -> new Response(request, null, body, journal).send(reply));
    }
}
