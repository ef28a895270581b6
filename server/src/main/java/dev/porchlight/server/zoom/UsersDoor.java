package dev.porchlight.server.zoom;

import static dev.porchlight.server.zoom.UserFields.or;

import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.CreateUserRequest;
import dev.porchlight.wire.CreatedUserReply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.UpdateUserRequest;
import dev.porchlight.wire.UserPageReply;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /v2/users}: who there is (docs/zoom-wire.md, Around it). */
public final class UsersDoor {
    private static final int DEFAULT_PAGE = 30;
    private static final int MAX_PAGE = 2000;

    private final Users users;
    private final Visitors visitors;
    private final Gate gate;
    private final Secrets secrets;
    private final InstantSource clock;

    public UsersDoor(Users users, Visitors visitors, Gate gate, Secrets secrets, InstantSource clock) {
        this.users = users;
        this.visitors = visitors;
        this.gate = gate;
        this.secrets = secrets;
        this.clock = clock;
    }

    public CompletionStage<Reply> get(Call call) {
        return visitors.visit(
                call,
                UsersDoor::noPermission,
                user -> CompletableFuture.completedStage(Reply.json(200, Json.write(UserReplies.of(user)))));
    }

    public CompletionStage<Reply> list(Call call) {
        String size = call.queryParameter("page_size").orElse(Integer.toString(DEFAULT_PAGE));
        int limit = size.matches("\\d{1,4}") ? Integer.parseInt(size) : 0;
        if (limit < 1 || limit > MAX_PAGE) {
            return refused(Problem.FieldError.of("page_size", size, "1 to " + MAX_PAGE));
        }
        String state = call.queryParameter("status").orElse("active");
        if (!state.equals("active") && !state.equals("inactive")) {
            return refused(Problem.FieldError.of("status", state, "active or inactive"));
        }
        String token = call.queryParameter("next_page_token").orElse("");
        String after = token.isEmpty() ? null : decoded(token);
        if (!token.isEmpty() && after == null) {
            return CompletableFuture.completedStage(Problems.badPageToken());
        }
        return users.list(call.principal().account(), after, limit)
                .thenApply(page -> Reply.json(200, Json.write(reply(page, limit, state))));
    }

    public CompletionStage<Reply> create(Call call) {
        return Bodies.read(call, CreateUserRequest.class, request -> {
            List<Problem.FieldError> errors = UserFields.errors(request);
            if (!errors.isEmpty()) {
                return CompletableFuture.completedStage(Problems.invalid(errors));
            }
            User user = created(call.principal().account(), request.userInfo());
            return users.add(List.of(user)).thenApply(written -> switch (written.getFirst()) {
                case DONE -> Reply.json(201, Json.write(createdReply(user)));
                case EMAIL_TAKEN -> emailTaken(user.email());
                case ID_TAKEN -> Problems.problem(409, 1005, "User already exists: " + user.id() + ".", "ID_TAKEN");
                case MISSING -> Problems.noSuchAccount(user.account());
            });
        });
    }

    public CompletionStage<Reply> update(Call call) {
        return Bodies.read(call, UpdateUserRequest.class, request -> {
            List<Problem.FieldError> errors = UserFields.errors(request);
            return errors.isEmpty()
                    ? visitors.visit(call, UsersDoor::noPermission, user -> update(user, request))
                    : CompletableFuture.completedStage(Problems.invalid(errors));
        });
    }

    public CompletionStage<Reply> remove(Call call) {
        return visitors.visit(
                call,
                UsersDoor::noPermission,
                user -> users.remove(user.key()).thenApply(written -> {
                    gate.forget(
                            caller -> caller.is(user.id()) && caller.account().equals(user.account()));
                    return written == Written.MISSING ? Problems.noSuchUser(user.id()) : Reply.noContent();
                }));
    }

    private CompletionStage<Reply> update(User user, UpdateUserRequest request) {
        User updated = UserFields.updated(user, request);
        return users.update(updated).thenApply(written -> switch (written) {
            case DONE -> Reply.noContent();
            case EMAIL_TAKEN, ID_TAKEN -> emailTaken(updated.email());
            case MISSING -> Problems.noSuchUser(user.id());
        });
    }

    private User created(String account, CreateUserRequest.UserInfo info) {
        String first = or(info.firstName(), "");
        String last = or(info.lastName(), "");
        String full = (first + " " + last).strip();
        return new User(
                account,
                or(info.id(), secrets.id()),
                info.email(),
                first,
                last,
                or(info.displayName(), full.isEmpty() ? info.email() : full),
                or(info.type(), 1),
                User.State.ACTIVE,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static CreatedUserReply createdReply(User user) {
        return new CreatedUserReply(user.id(), user.email(), user.firstName(), user.lastName(), user.type());
    }

    private static UserPageReply reply(Page<User> page, int limit, String state) {
        List<dev.porchlight.wire.UserReply> shown = page.items().stream()
                .map(UserReplies::of)
                .filter(user -> user.status().equals(state))
                .toList();
        String next = page.next();
        return new UserPageReply(limit, next == null ? "" : encoded(next), shown);
    }

    private static Reply emailTaken(String email) {
        return Problems.problem(409, 1005, "User already exists: " + email + ".", "EMAIL_TAKEN");
    }

    private static Reply noPermission() {
        return Problems.problem(
                400, 5411, "Unauthorized request. You do not have permission for this user.", "NO_PERMISSION");
    }

    private static CompletionStage<Reply> refused(Problem.FieldError error) {
        return CompletableFuture.completedStage(Problems.invalid(List.of(error)));
    }

    private static String encoded(String after) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
