package dev.porchlight.rows.records;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.codec.AuthorityCodec;
import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is found by a hash: the rows of each in a table of its own, and in the index. For changes.
 *
 * @param name for people, of one of them
 * @param index the other ways to find one, as keys of the index table
 */
record HashedRows<T>(
        Table table,
        String name,
        Function<T, String> hash,
        Function<T, byte[]> encode,
        Function<byte[], T> decode,
        Function<T, List<byte[]>> index) {
    static final HashedRows<Token> TOKENS = new HashedRows<>(
            Table.TOKEN, "token", Token::hash, DirectoryCodec::encode, DirectoryCodec::token, TokenIndex::keys);

    static final HashedRows<Grant> GRANTS = new HashedRows<>(
            Table.GRANT, "grant", Grant::hash, AuthorityCodec::encode, AuthorityCodec::grant, GrantIndex::keys);

    private static final byte[] NOTHING = {};

    Written add(Draft draft, T record) {
        if (get(draft, hash.apply(record)) != null) {
            return Written.ID_TAKEN;
        }
        put(draft, record);
        return Written.DONE;
    }

    void put(Draft draft, T record) {
        draft.put(table, Keys.text(hash.apply(record)), encode.apply(record));
        index.apply(record).forEach(key -> draft.append(Table.INDEX, key, NOTHING));
    }

    @Nullable
    T get(Draft draft, String wanted) {
        byte[] row = draft.get(table, Keys.text(wanted));
        return row == null ? null : decoded(row);
    }

    void remove(Draft draft, T record) {
        draft.delete(table, Keys.text(hash.apply(record)));
        index.apply(record).forEach(key -> draft.drop(Table.INDEX, key));
    }

    /** For a change that stands alone: removes all whose index key is the prefix and their hash, and answers them. */
    List<T> dropAll(Draft draft, byte[] prefix) {
        return drop(draft, HashIndex.all(draft, prefix), all -> true);
    }

    /** Removes those of these hashes that are there and are to go, and answers them. */
    List<T> drop(Draft draft, List<String> hashes, Predicate<T> isToGo) {
        draft.expect(table, hashes.stream().map(Keys::text).toList());
        List<T> dropped = new ArrayList<>();
        for (String wanted : hashes) {
            T record = get(draft, wanted);
            if (record != null && isToGo.test(record)) {
                remove(draft, record);
                dropped.add(record);
            }
        }
        return dropped;
    }

    T decoded(byte[] row) {
        return Damage.named(name, () -> decode.apply(row));
    }
}
