package dev.porchlight.server.v1;

import static java.util.Objects.requireNonNullElseGet;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.AppListReply;
import dev.porchlight.wire.AppReply;
import dev.porchlight.wire.AppRequest;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.NewAppReply;
import dev.porchlight.wire.Problem.FieldError;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The OAuth apps of an account: {@code /v1/apps}. */
public final class AppsDoor {
    private final Apps apps;
    private final Gate gate;
    private final Secrets secrets;
    private final InstantSource clock;

    public AppsDoor(Apps apps, Gate gate, Secrets secrets, InstantSource clock) {
        this.apps = apps;
        this.gate = gate;
        this.secrets = secrets;
        this.clock = clock;
    }

    public CompletionStage<Reply> list(Call call) {
        return apps.list(call.principal().account())
                .thenApply(all -> Reply.json(
                        200,
                        Json.write(new AppListReply(
                                all.stream().map(AppsDoor::reply).toList()))));
    }

    public CompletionStage<Reply> create(Call call) {
        return Bodies.read(call, AppRequest.class, request -> {
            NewApp wanted = NewApp.of(request);
            List<FieldError> errors = wanted.errors();
            return errors.isEmpty() ? create(call, wanted) : CompletableFuture.completedStage(Problems.invalid(errors));
        });
    }

    public CompletionStage<Reply> remove(Call call) {
        String id = call.parameter("clientId");
        return apps.remove(call.principal().account(), id).thenApply(written -> {
            gate.forget(caller -> caller.by().equals(Principal.app(id)));
            return written == Written.DONE
                    ? Reply.noContent()
                    : Problems.problem(404, 1001, "App does not exist: " + id + ".", "NO_SUCH_APP");
        });
    }

    private CompletionStage<Reply> create(Call call, NewApp wanted) {
        AppRequest request = wanted.request();
        String secret = wanted.isPublic() ? null : requireNonNullElseGet(request.clientSecret(), secrets::secret);
        App app = new App(
                call.principal().account(),
                requireNonNullElseGet(request.clientId(), secrets::id),
                request.name(),
                secret == null ? null : Secrets.hash(secret),
                new TreeSet<>(request.scopes()),
                wanted.kind().orElseThrow(),
                wanted.redirectUris(),
                clock.instant());
        NewAppReply reply = new NewAppReply(
                app.id(),
                secret,
                app.name(),
                List.copyOf(app.scopes()),
                NewApp.name(app.kind()),
                app.redirectUris(),
                app.createdAt());
        return apps.add(app)
                .thenApply(written -> written == Written.DONE
                        ? Reply.json(201, Json.write(reply))
                        : Problems.problem(409, 1005, "App already exists: " + app.id() + ".", "ID_TAKEN"));
    }

    private static AppReply reply(App app) {
        return new AppReply(
                app.id(),
                app.name(),
                List.copyOf(app.scopes()),
                NewApp.name(app.kind()),
                app.redirectUris(),
                app.isPublic(),
                app.createdAt());
    }
}
