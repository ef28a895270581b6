package dev.porchlight.store.embedded.records;

import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Database;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tokens in memory over the token table, by hash, and its index. */
final class StoredTokens implements Tokens {
    private final Database database;
    private final Writer writer;
    private final Readers readers;
    private final ReadThrough<String, Token> tokens;

    StoredTokens(Database database, Writer writer, Readers readers, long bytes) {
        this.database = database;
        this.writer = writer;
        this.readers = readers;
        this.tokens = new ReadThrough<>(
                bytes, (hash, token) -> 600 + 100 * token.scopes().size(), readers, this::load);
    }

    @Override
    public CompletionStage<Optional<Token>> find(String hash) {
        return tokens.find(hash);
    }

    @Override
    public CompletionStage<Written> add(Token token) {
        return Change.submit(writer, draft -> TokenRows.add(draft, token), written -> {});
    }

    @Override
    public CompletionStage<Written> revoke(String account, String hash) {
        return Change.submit(writer, draft -> revoked(draft, account, hash), written -> removed(hash));
    }

    private static Written revoked(Draft draft, String account, String hash) {
        Token token = TokenRows.get(draft, hash);
        if (token == null || !token.account().equals(account)) {
            return Written.MISSING;
        }
        TokenRows.remove(draft, token);
        return Written.DONE;
    }

    @Override
    public CompletionStage<List<Token>> list(String account) {
        byte[] prefix = TokenIndex.ofAccount(account);
        return readers.read(view -> {
            List<Token> all = new ArrayList<>();
            view.scan(Table.INDEX, prefix, row -> {
                if (!Keys.startsWith(row.key(), prefix)) {
                    return false;
                }
                byte[] token = view.get(Table.TOKEN, Keys.text(TokenIndex.hashOfAccountKey(row.key(), prefix)));
                // Null where it was revoked since the scan began.
                return token == null || all.add(TokenRows.decoded(token));
            });
            return all;
        });
    }

    @Override
    public CompletionStage<Long> dropExpired(Instant before) {
        return HashIndex.drop(
                readers, TokenIndex.expiring(), TokenIndex.expiring(before), hashes -> drop(hashes, before));
    }

    private CompletionStage<Integer> drop(List<String> hashes, Instant before) {
        return Change.submit(
                writer,
                draft -> {
                    int dropped = 0;
                    for (String hash : hashes) {
                        Token token = TokenRows.get(draft, hash);
                        if (token != null
                                && token.expiresAt() != null
                                && token.expiresAt().isBefore(before)) {
                            TokenRows.remove(draft, token);
                            dropped++;
                        }
                    }
                    return dropped;
                },
                dropped -> hashes.forEach(this::removed));
    }

    void removed(String hash) {
        tokens.removed(hash);
    }

    void forgetAll() {
        tokens.forgetAll();
    }

    private @Nullable Token load(String hash) {
        byte[] row = database.get(Table.TOKEN, Keys.text(hash));
        return row == null ? null : TokenRows.decoded(row);
    }
}
