package dev.porchlight.server;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.gate.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a folder needs before the first request: the account {@code default} and its administrator's token. Blocks. */
final class Bootstrap {
    static final String ACCOUNT = "default";

    private static final String MADE = "administrator";
    private static final String GIVEN = "administrator, given at start";

    private final Directory directory;
    private final Secrets secrets;
    private final InstantSource clock;

    Bootstrap(Directory directory, Secrets secrets, InstantSource clock) {
        this.directory = directory;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Prepares the folder.
     *
     * @param adminToken given by whoever starts the server; it replaces the one given at the last start
     * @return the token that was made, on a new folder where none was given
     */
    Optional<String> prepare(@Nullable String adminToken) {
        Account account = new Account(ACCOUNT, "Default", clock.instant());
        boolean fresh = now(directory.accounts().add(account)) == Written.DONE;
        if (adminToken != null) {
            replaceGiven(Secrets.hash(adminToken));
        } else if (fresh) {
            String made = secrets.secret();
            add(Secrets.hash(made), MADE);
            return Optional.of(made);
        }
        return Optional.empty();
    }

    /** An app that is to be ready: with every scope, in the account {@code default}. Where it is there already, it stays. */
    void add(DevSettings.DevApp app) {
        TreeSet<String> scopes = new TreeSet<>(Scopes.ALL);
        now(directory
                .apps()
                .add(new App(
                        ACCOUNT,
                        app.clientId(),
                        app.clientId(),
                        Secrets.hash(app.clientSecret()),
                        scopes,
                        clock.instant())));
    }

    private void replaceGiven(String hash) {
        List<Token> given = now(directory.tokens().list(ACCOUNT)).stream()
                .filter(token -> token.name().equals(GIVEN))
                .toList();
        if (given.stream().noneMatch(token -> token.hash().equals(hash))) {
            given.forEach(token -> now(directory.tokens().revoke(ACCOUNT, token.hash())));
            add(hash, GIVEN);
        }
    }

    private void add(String hash, String name) {
        TreeSet<String> scopes = new TreeSet<>(List.of(Scopes.ADMIN));
        now(directory.tokens().add(new Token(hash, ACCOUNT, null, null, name, scopes, clock.instant(), null)));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
