package dev.porchlight.rows.records;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The grant table, by hash, and its index. Changes one after the other make an exchange single. */
record StoredGrants(Rows rows, StoredTokens tokens) implements Grants {
    @Override
    public CompletionStage<Optional<Grant>> find(String hash) {
        return rows.read(view ->
                Optional.ofNullable(view.get(Table.GRANT, Keys.text(hash))).map(HashedRows.GRANTS::decoded));
    }

    @Override
    public CompletionStage<Written> add(Grant grant) {
        return rows.change(draft -> HashedRows.GRANTS.add(draft, grant), written -> {});
    }

    @Override
    public CompletionStage<Written> exchange(Grant before, Grant after, Issue issue) {
        return rows.change(draft -> exchanged(draft, before, after, issue), written -> {});
    }

    private static Written exchanged(Draft draft, Grant before, Grant after, Issue issue) {
        if (!before.equals(HashedRows.GRANTS.get(draft, before.hash()))) {
            return Written.MISSING;
        }
        if (issue.tokens().stream().anyMatch(token -> HashedRows.TOKENS.get(draft, token.hash()) != null)
                || issue.grants().stream().anyMatch(grant -> HashedRows.GRANTS.get(draft, grant.hash()) != null)) {
            return Written.ID_TAKEN;
        }
        HashedRows.GRANTS.remove(draft, before);
        HashedRows.GRANTS.put(draft, after);
        issue.tokens().forEach(token -> HashedRows.TOKENS.add(draft, token));
        issue.grants().forEach(grant -> HashedRows.GRANTS.put(draft, grant));
        return Written.DONE;
    }

    @Override
    public CompletionStage<List<String>> revoke(String family) {
        return rows.changeAlone(draft -> revoked(draft, family), revoked -> revoked.forEach(tokens::removed));
    }

    private static List<String> revoked(Draft draft, String family) {
        List<String> revoked = new ArrayList<>();
        for (Grant grant : HashedRows.GRANTS.dropAll(draft, GrantIndex.ofFamily(family))) {
            Token token = grant.issued() == null ? null : HashedRows.TOKENS.get(draft, grant.issued());
            if (token != null) {
                HashedRows.TOKENS.remove(draft, token);
                revoked.add(token.hash());
            }
        }
        return revoked;
    }

    @Override
    public CompletionStage<Long> dropExpired(Instant before) {
        return HashIndex.drop(rows, GrantIndex.expiring(), GrantIndex.expiring(before), hashes -> drop(hashes, before));
    }

    private CompletionStage<Integer> drop(List<String> hashes, Instant before) {
        return rows.change(
                draft -> HashedRows.GRANTS
                        .drop(draft, hashes, grant -> grant.expiresAt().isBefore(before))
                        .size(),
                dropped -> {});
    }
}
