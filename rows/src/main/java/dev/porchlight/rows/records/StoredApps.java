package dev.porchlight.rows.records;

import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The app table, by id, and its index by account. */
record StoredApps(Rows rows, StoredTokens tokens) implements Apps {
    private static final byte[] BY_ACCOUNT = {'c'};
    private static final byte[] NOTHING = {};

    @Override
    public CompletionStage<Optional<App>> find(String id) {
        return rows.read(view -> Optional.ofNullable(get(view, id)));
    }

    @Override
    public CompletionStage<Written> add(App app) {
        return rows.change(draft -> added(draft, app), done -> {});
    }

    static Written added(Draft draft, App app) {
        if (draft.get(Table.APP, Keys.text(app.id())) != null) {
            return Written.ID_TAKEN;
        }
        draft.put(Table.APP, Keys.text(app.id()), DirectoryCodec.encode(app));
        draft.append(Table.INDEX, indexKey(app), NOTHING);
        return Written.DONE;
    }

    @Override
    public CompletionStage<Written> remove(String account, String id) {
        return rows.changeAlone(
                        draft -> removed(draft, account, id),
                        removal -> removal.tokens().forEach(tokens::removed))
                .thenApply(Removal::answer);
    }

    private static Removal removed(Draft draft, String account, String id) {
        byte[] row = draft.get(Table.APP, Keys.text(id));
        App app = row == null ? null : decoded(row);
        if (app == null || !app.account().equals(account)) {
            return Removal.MISSING;
        }
        draft.delete(Table.APP, Keys.text(id));
        draft.drop(Table.INDEX, indexKey(app));
        List<String> revoked = HashedRows.TOKENS.dropAll(draft, TokenIndex.ofApp(id)).stream()
                .map(Token::hash)
                .toList();
        HashedRows.GRANTS.dropAll(draft, GrantIndex.ofApp(id));
        StoredSubscriptions.dropAll(draft, id);
        return new Removal(Written.DONE, revoked);
    }

    @Override
    public CompletionStage<List<App>> list(String account) {
        byte[] prefix = Keys.join(BY_ACCOUNT, Keys.account(account));
        return rows.read(view -> {
            List<byte[]> keys = new ArrayList<>();
            view.scan(Table.INDEX, prefix, row -> {
                boolean own = Keys.startsWith(row.key(), prefix);
                return own && keys.add(Keys.text(HashIndex.hash(row.key(), prefix.length)));
            });
            // Without those that were removed since the scan began.
            return view.getAll(Table.APP, keys).stream()
                    .map(StoredApps::decoded)
                    .toList();
        });
    }

    private static @Nullable App get(View view, String id) {
        byte[] row = view.get(Table.APP, Keys.text(id));
        return row == null ? null : decoded(row);
    }

    static App decoded(byte[] row) {
        return Damage.named("app", () -> DirectoryCodec.app(row));
    }

    private static byte[] indexKey(App app) {
        return Keys.join(BY_ACCOUNT, Keys.inAccount(app.account(), app.id()));
    }

    /** @param tokens the hash of each token that went, too */
    private record Removal(Written answer, List<String> tokens) {
        static final Removal MISSING = new Removal(Written.MISSING, List.of());
    }
}
