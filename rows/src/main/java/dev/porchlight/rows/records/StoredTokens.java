package dev.porchlight.rows.records;

import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.ReadThrough;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tokens in memory over the token table, by hash, and its index. */
final class StoredTokens implements Tokens {
    private final Rows rows;

    private final ReadThrough<String, Token> tokens;

    StoredTokens(Rows rows, Memory memory) {
        this.rows = rows;
        this.tokens = new ReadThrough<>(
                memory.tokens(),
                memory.fresh(),
                (hash, token) -> 600 + 100 * token.scopes().size(),
                rows,
                this::load);
    }

    @Override
    public CompletionStage<Optional<Token>> find(String hash) {
        return tokens.find(hash);
    }

    @Override
    public CompletionStage<Written> add(Token token) {
        return rows.change(draft -> HashedRows.TOKENS.add(draft, token), written -> {});
    }

    @Override
    public CompletionStage<Written> revoke(String account, String hash) {
        return rows.change(draft -> revoked(draft, account, hash), written -> removed(hash));
    }

    private static Written revoked(Draft draft, String account, String hash) {
        Token token = HashedRows.TOKENS.get(draft, hash);
        if (token == null || !token.account().equals(account)) {
            return Written.MISSING;
        }
        HashedRows.TOKENS.remove(draft, token);
        return Written.DONE;
    }

    @Override
    public CompletionStage<List<Token>> list(String account) {
        byte[] prefix = TokenIndex.ofAccount(account);
        return rows.read(view -> {
            List<byte[]> keys = new ArrayList<>();
            view.scan(Table.INDEX, prefix, row -> {
                boolean own = Keys.startsWith(row.key(), prefix);
                return own && keys.add(Keys.text(TokenIndex.hashOfAccountKey(row.key(), prefix)));
            });
            // Without those that were revoked since the scan began.
            return view.getAll(Table.TOKEN, keys).stream()
                    .map(HashedRows.TOKENS::decoded)
                    .toList();
        });
    }

    @Override
    public CompletionStage<Long> dropExpired(Instant before) {
        return HashIndex.drop(rows, TokenIndex.expiring(), TokenIndex.expiring(before), hashes -> drop(hashes, before));
    }

    private CompletionStage<Integer> drop(List<String> hashes, Instant before) {
        return rows.change(
                draft -> HashedRows.TOKENS
                        .drop(draft, hashes, token -> hasExpired(token, before))
                        .size(),
                dropped -> hashes.forEach(this::removed));
    }

    private static boolean hasExpired(Token token, Instant before) {
        return token.expiresAt() != null && token.expiresAt().isBefore(before);
    }

    void removed(String hash) {
        tokens.removed(hash);
    }

    void forgetAll() {
        tokens.forgetAll();
    }

    private @Nullable Token load(String hash) {
        byte[] row = rows.get(Table.TOKEN, Keys.text(hash));
        return row == null ? null : HashedRows.TOKENS.decoded(row);
    }
}
