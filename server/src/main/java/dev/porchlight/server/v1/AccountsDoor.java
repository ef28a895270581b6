package dev.porchlight.server.v1;

import static java.util.Objects.requireNonNullElse;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.AccountListReply;
import dev.porchlight.wire.AccountReply;
import dev.porchlight.wire.AccountRequest;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem.FieldError;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** The accounts of the server, for its operator: {@code /v1/accounts}. */
public final class AccountsDoor {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    private final Accounts accounts;
    private final InstantSource clock;

    public AccountsDoor(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public CompletionStage<Reply> list(Call call) {
        return accounts.list()
                .thenApply(all -> Reply.json(
                        200,
                        Json.write(new AccountListReply(
                                all.stream().map(AccountsDoor::reply).toList()))));
    }

    public CompletionStage<Reply> create(Call call) {
        return Bodies.read(call, AccountRequest.class, request -> {
            List<FieldError> errors = errors(request);
            if (!errors.isEmpty()) {
                return CompletableFuture.completedStage(Problems.invalid(errors));
            }
            Account account =
                    new Account(request.id(), requireNonNullElse(request.name(), request.id()), clock.instant());
            return accounts.add(account).thenApply(written -> created(account, written));
        });
    }

    private static Reply created(Account account, Written written) {
        return written == Written.DONE
                ? Reply.json(201, Json.write(reply(account)))
                : Problems.problem(409, 1005, "Account already exists: " + account.id() + ".", "ID_TAKEN");
    }

    private static List<FieldError> errors(AccountRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (!ID.matcher(request.id()).matches()) {
            errors.add(FieldError.of("id", "\"" + request.id() + "\"", "1 to 64 of A-Z a-z 0-9 . _ ~ -"));
        }
        if (request.name() != null) {
            Names.error("name", request.name()).ifPresent(errors::add);
        }
        return errors;
    }

    private static AccountReply reply(Account account) {
        return new AccountReply(account.id(), account.name(), account.createdAt());
    }
}
