package dev.porchlight.rows.records;

import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The account table, by id. */
record StoredAccounts(Rows rows) implements Accounts {

    @Override
    public CompletionStage<Optional<Account>> find(String id) {
        return rows.read(view ->
                Optional.ofNullable(view.get(Table.ACCOUNT, Keys.text(id))).map(StoredAccounts::decoded));
    }

    @Override
    public CompletionStage<Written> add(Account account) {
        return rows.change(draft -> added(draft, account), done -> {});
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
        return rows.read(view -> {
            List<Account> all = new ArrayList<>();
            view.scan(Table.ACCOUNT, new byte[0], row -> all.add(decoded(row.value())));
            return all;
        });
    }

    static Account decoded(byte[] row) {
        return Damage.named("account", () -> DirectoryCodec.account(row));
    }
}
