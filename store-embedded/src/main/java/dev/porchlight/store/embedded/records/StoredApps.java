package dev.porchlight.store.embedded.records;

import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.View;
import dev.porchlight.store.embedded.rocks.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The app table, by id, and its index by account. */
record StoredApps(Writer writer, Readers readers, StoredTokens tokens) implements Apps {
    private static final byte[] BY_ACCOUNT = {'c'};
    private static final byte[] NOTHING = {};

    @Override
    public CompletionStage<Optional<App>> find(String id) {
        return readers.read(view -> Optional.ofNullable(get(view, id)));
    }

    @Override
    public CompletionStage<Written> add(App app) {
        return Change.submit(writer, draft -> added(draft, app), done -> {});
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
        List<String> revoked = new ArrayList<>();
        return Change.submitAlone(
                writer,
                draft -> removed(draft, account, id, revoked::add),
                written -> revoked.forEach(tokens::removed));
    }

    private static Written removed(Draft draft, String account, String id, Consumer<String> revoked) {
        byte[] row = draft.get(Table.APP, Keys.text(id));
        App app = row == null ? null : decoded(row);
        if (app == null || !app.account().equals(account)) {
            return Written.MISSING;
        }
        draft.delete(Table.APP, Keys.text(id));
        draft.drop(Table.INDEX, indexKey(app));
        TokenRows.dropAll(draft, TokenIndex.ofApp(id), revoked);
        GrantRows.dropAll(draft, GrantIndex.ofApp(id));
        StoredSubscriptions.dropAll(draft, id);
        return Written.DONE;
    }

    @Override
    public CompletionStage<List<App>> list(String account) {
        byte[] prefix = Keys.join(BY_ACCOUNT, Keys.account(account));
        return readers.read(view -> {
            List<App> all = new ArrayList<>();
            view.scan(Table.INDEX, prefix, row -> {
                if (!Keys.startsWith(row.key(), prefix)) {
                    return false;
                }
                App app = get(view, HashIndex.hash(row.key(), prefix.length));
                // Null where it was removed since the scan began.
                return app == null || all.add(app);
            });
            return all;
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
}
