package dev.porchlight.server.dev;

import static java.util.Objects.requireNonNullElse;

import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Mischief;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Problem.FieldError;
import dev.porchlight.wire.dev.FaultListReply;
import dev.porchlight.wire.dev.FaultRequest;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Errors, delays and broken connections on demand: {@code /_dev/faults}. */
public final class FaultsDoor {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_TIMES = 1_000_000;
    private static final Pattern NAME = Pattern.compile("[!#-'*+.0-9A-Z^-z|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\t -~]{0,1000}");
    /** They say where a reply ends, which only the server knows. */
    private static final Set<String> FRAMING =
            new TreeSet<>(Set.of("connection", "content-length", "transfer-encoding"));

    private final Faults faults;
    private final Users users;
    private final String account;

    /** @param account whose users a fault can name */
    public FaultsDoor(Faults faults, Users users, String account) {
        this.faults = faults;
        this.users = users;
        this.account = account;
    }

    public CompletionStage<Reply> list(Call call) {
        List<FaultRequest> all =
                faults.all().stream().map(Faults.Planned::shown).toList();
        return CompletableFuture.completedStage(Reply.json(200, Json.write(new FaultListReply(all))));
    }

    public CompletionStage<Reply> add(Call call) {
        return Bodies.read(call, FaultRequest.class, request -> {
            Durations delay = Durations.read("delay", request.delay(), Duration.ZERO, LONGEST);
            List<FieldError> errors = new ArrayList<>(delay.errors());
            check(request, errors);
            return errors.isEmpty()
                    ? names(request.user()).thenApply(names -> planned(request, delay.value(), names))
                    : CompletableFuture.completedStage(Problems.invalid(errors));
        });
    }

    public CompletionStage<Reply> clear(Call call) {
        faults.clear();
        return CompletableFuture.completedStage(Reply.noContent());
    }

    private Reply planned(FaultRequest request, Duration delay, Set<String> names) {
        String method = request.method() == null ? null : request.method().toUpperCase(Locale.ROOT);
        boolean added = faults.add(new Faults.Planned(
                request,
                new Selection(method, request.path(), names),
                new Mischief.Fault(delay, then(request)),
                requireNonNullElse(request.times(), 1)));
        return added
                ? Reply.noContent()
                : Problems.problem(409, 300, "There are " + Faults.MAX + " faults already.", "TOO_MANY_FAULTS");
    }

    /** A user is named by id or by address in a path, and a fault is for either. */
    private CompletionStage<Set<String>> names(@Nullable String user) {
        if (user == null) {
            return CompletableFuture.completedStage(Set.of());
        }
        return users.find(account, user).thenApply(found -> names(user, found));
    }

    private static Set<String> names(String user, Optional<User> found) {
        return found.map(known -> Set.of(known.id(), known.email())).orElse(Set.of(user));
    }

    private static Mischief.Then then(FaultRequest request) {
        Integer status = request.status();
        if (Boolean.TRUE.equals(request.drop())) {
            return new Mischief.Then.Drop();
        }
        return status == null ? new Mischief.Then.Serve() : new Mischief.Then.Answer(reply(request, status));
    }

    private static Reply reply(FaultRequest request, int status) {
        Map<String, String> headers = requireNonNullElse(request.headers(), Map.of());
        if (status == 204 || status == 304) {
            return new Reply(status, null, "", headers, "FAULT");
        }
        Problem problem = new Problem(
                requireNonNullElse(request.code(), status),
                requireNonNullElse(request.message(), "A fault that was asked for."),
                null);
        return new Reply(status, Buffer.buffer(Json.write(problem)), Reply.JSON, headers, "FAULT");
    }

    private static void check(FaultRequest request, List<FieldError> errors) {
        Integer times = request.times();
        if (times != null && (times < 1 || times > MOST_TIMES)) {
            errors.add(FieldError.of("times", times.toString(), "1 to " + MOST_TIMES));
        }
        Integer status = request.status();
        if (status != null && (status < 200 || status > 599)) {
            errors.add(FieldError.of("status", status.toString(), "200 to 599"));
        }
        if (status == null && request.delay() == null && !Boolean.TRUE.equals(request.drop())) {
            errors.add(FieldError.of("status", "missing", "status, delay or drop"));
        }
        requireNonNullElse(request.headers(), Map.<String, String>of()).forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                errors.add(FieldError.of("headers", "\"" + name + "\"", "a header's name, not of " + FRAMING));
            } else if (!VALUE.matcher(value).matches()) {
                errors.add(FieldError.of("headers", name + ": a value of other characters", "printable ASCII"));
            }
        });
    }
}
