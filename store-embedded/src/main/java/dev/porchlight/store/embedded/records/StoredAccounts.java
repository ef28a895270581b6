package dev.porchlight.store.embedded.records;

import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The account table, by id. */
record StoredAccounts(Writer writer, Readers readers) implements Accounts {

    @Override
    public CompletionStage<Optional<Account>> find(String id) {
        return readers.read(view ->
                Optional.ofNullable(view.get(Table.ACCOUNT, Keys.text(id))).map(StoredAccounts::decoded));
    }

    @Override
    public CompletionStage<Written> add(Account account) {
        return Change.submit(writer, draft -> added(draft, account), done -> {});
    }

    static Written added(Draft draft, Account account) {
        byte[] key = Keys.text(account.id());
        if (draft.get(Table.ACCOUNT, key) != null) {
            return Written.ID_TAKEN;
        }
        draft.put(Table.ACCOUNT, key, DirectoryCodec.encode(account));
        return Written.DONE;
    }

    @Override
    public CompletionStage<List<Account>> list() {
        return readers.read(view -> {
            List<Account> all = new ArrayList<>();
            view.scan(Table.ACCOUNT, new byte[0], row -> all.add(decoded(row.value())));
            return all;
        });
    }

    static Account decoded(byte[] row) {
        return Damage.named("account", () -> DirectoryCodec.account(row));
    }
}
