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
                Optional.ofNullable(view.get(Table.GRANT, Keys.text(hash))).map(GrantRows::decoded));
    }

    @Override
    public CompletionStage<Written> add(Grant grant) {
        return rows.change(draft -> GrantRows.add(draft, grant), written -> {});
    }

    @Override
    public CompletionStage<Written> exchange(Grant before, Grant after, Issue issue) {
        return rows.change(draft -> exchanged(draft, before, after, issue), written -> {});
    }

    private static Written exchanged(Draft draft, Grant before, Grant after, Issue issue) {
        if (!before.equals(GrantRows.get(draft, before.hash()))) {
            return Written.MISSING;
        }
        if (issue.tokens().stream().anyMatch(token -> TokenRows.get(draft, token.hash()) != null)
                || issue.grants().stream().anyMatch(grant -> GrantRows.get(draft, grant.hash()) != null)) {
            return Written.ID_TAKEN;
        }
        GrantRows.remove(draft, before);
        GrantRows.put(draft, after);
        issue.tokens().forEach(token -> TokenRows.add(draft, token));
        issue.grants().forEach(grant -> GrantRows.put(draft, grant));
        return Written.DONE;
    }

    @Override
    public CompletionStage<List<String>> revoke(String family) {
        return rows.changeAlone(draft -> revoked(draft, family), revoked -> revoked.forEach(tokens::removed));
    }

    private static List<String> revoked(Draft draft, String family) {
        List<String> revoked = new ArrayList<>();
        for (Grant grant : GrantRows.dropAll(draft, GrantIndex.ofFamily(family))) {
            Token token = grant.issued() == null ? null : TokenRows.get(draft, grant.issued());
            if (token != null) {
                TokenRows.remove(draft, token);
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
                draft -> {
                    draft.expect(Table.GRANT, hashes.stream().map(Keys::text).toList());
                    int dropped = 0;
                    for (String hash : hashes) {
                        Grant grant = GrantRows.get(draft, hash);
                        if (grant != null && grant.expiresAt().isBefore(before)) {
                            GrantRows.remove(draft, grant);
                            dropped++;
                        }
                    }
                    return dropped;
                },
                dropped -> {});
    }
}
