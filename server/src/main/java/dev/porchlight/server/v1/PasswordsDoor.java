package dev.porchlight.server.v1;

import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.signin.PasswordHashes;
import dev.porchlight.wire.PasswordRequest;
import dev.porchlight.wire.Problem.FieldError;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What users sign in with on the pages of {@code /oauth}: {@code /v1/users/{userId}/password}. */
public final class PasswordsDoor {
    private static final int MIN = 10;
    private static final int MAX = 256;

    private final Visitors visitors;
    private final Passwords passwords;
    private final PasswordHashes hashes;
    private final InstantSource clock;

    public PasswordsDoor(Visitors visitors, Passwords passwords, PasswordHashes hashes, InstantSource clock) {
        this.visitors = visitors;
        this.passwords = passwords;
        this.hashes = hashes;
        this.clock = clock;
    }

    public CompletionStage<Reply> put(Call call) {
        return Bodies.read(call, PasswordRequest.class, request -> {
            int length = request.password().codePointCount(0, request.password().length());
            return length < MIN || length > MAX
                    ? CompletableFuture.completedStage(Problems.invalid(List.of(
                            FieldError.of("password", length + " characters", MIN + " to " + MAX + " characters"))))
                    : visitors.visit(call, Visitors::mayNotUpdate, user -> set(call, user, request.password()));
        });
    }

    private CompletionStage<Reply> set(Call call, User user, String password) {
        return hashes.hash(password)
                .thenCompose(hash -> passwords.set(new Password(user.key(), hash, clock.instant())))
                .thenApply(written ->
                        written == Written.DONE ? Reply.noContent() : Problems.noSuchUser(call.parameter("userId")));
    }

    /** Takes the password away: the user can no more sign in here. */
    public CompletionStage<Reply> remove(Call call) {
        return visitors.visit(
                call,
                Visitors::mayNotUpdate,
                user -> passwords.remove(user.key()).thenApply(written -> Reply.noContent()));
    }
}
