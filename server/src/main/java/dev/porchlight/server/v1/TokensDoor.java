package dev.porchlight.server.v1;

import static java.util.Objects.requireNonNullElse;

import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.NewTokenReply;
import dev.porchlight.wire.Problem.FieldError;
import dev.porchlight.wire.TokenListReply;
import dev.porchlight.wire.TokenReply;
import dev.porchlight.wire.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The access tokens of an account: {@code /v1/tokens}. */
public final class TokensDoor {
    /** Ten years: a token that is to live longer has no end. */
    private static final long MAX_SECONDS = Duration.ofDays(3660).toSeconds();

    private final Directory directory;
    private final Gate gate;
    private final Secrets secrets;
    private final InstantSource clock;

    public TokensDoor(Directory directory, Gate gate, Secrets secrets, InstantSource clock) {
        this.directory = directory;
        this.gate = gate;
        this.secrets = secrets;
        this.clock = clock;
    }

    public CompletionStage<Reply> list(Call call) {
        return directory
                .tokens()
                .list(call.principal().account())
                .thenApply(all -> Reply.json(
                        200,
                        Json.write(new TokenListReply(
                                all.stream().map(TokensDoor::reply).toList()))));
    }

    public CompletionStage<Reply> create(Call call) {
        return Bodies.read(call, TokenRequest.class, request -> {
            List<FieldError> errors = errors(request);
            if (!errors.isEmpty()) {
                return CompletableFuture.completedStage(Problems.invalid(errors));
            }
            String user = request.user();
            return user == null ? create(call, request, null) : createFor(call, request, user);
        });
    }

    public CompletionStage<Reply> revoke(Call call) {
        String id = call.parameter("tokenId");
        return directory.tokens().revoke(call.principal().account(), id).thenApply(written -> {
            gate.forget(caller -> caller.holds(id));
            return written == Written.DONE
                    ? Reply.noContent()
                    : Problems.problem(404, 1001, "Token does not exist: " + id + ".", "NO_SUCH_TOKEN");
        });
    }

    private CompletionStage<Reply> createFor(Call call, TokenRequest request, String user) {
        return directory
                .users()
                .find(call.principal().account(), user)
                .thenCompose(found -> found.isPresent()
                        ? create(call, request, found.get().id())
                        : CompletableFuture.completedStage(Problems.noSuchUser(user)));
    }

    private CompletionStage<Reply> create(Call call, TokenRequest request, @Nullable String userId) {
        String secret = secrets.secret();
        Instant now = clock.instant();
        Long seconds = request.expiresIn();
        Token token = new Token(
                Secrets.hash(secret),
                call.principal().account(),
                userId,
                null,
                requireNonNullElse(request.name(), requireNonNullElse(userId, "server")),
                new TreeSet<>(request.scopes()),
                now,
                seconds == null ? null : now.plusSeconds(seconds));
        NewTokenReply reply = new NewTokenReply(
                token.hash(), secret, userId, token.name(), List.copyOf(token.scopes()), now, token.expiresAt());
        return directory.tokens().add(token).thenApply(written -> Reply.json(201, Json.write(reply)));
    }

    private static TokenReply reply(Token token) {
        return new TokenReply(
                token.hash(),
                token.name(),
                token.user(),
                token.app(),
                List.copyOf(token.scopes()),
                token.createdAt(),
                token.expiresAt());
    }

    private static List<FieldError> errors(TokenRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Names.scopeError(request.scopes()).ifPresent(errors::add);
        if (request.name() != null) {
            Names.error("name", request.name()).ifPresent(errors::add);
        }
        Long seconds = request.expiresIn();
        if (seconds != null && (seconds < 1 || seconds > MAX_SECONDS)) {
            errors.add(FieldError.of("expires_in", seconds.toString(), "1 to " + MAX_SECONDS + " seconds"));
        }
        return errors;
    }
}
