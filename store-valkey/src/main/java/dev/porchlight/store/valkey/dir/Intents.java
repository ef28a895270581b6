package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Users that have left the directory, and not yet the other slots. The intent is stored with the removal, goes when all has
 * gone, and until then nobody is given the id. Whoever finds one finishes it: twice is once.
 */
final class Intents {
    private static final byte[] REMOVING = Keys.text("removing");
    private static final byte[] NOTHING = {};

    private final Rows rows;
    private final Elsewhere elsewhere;

    Intents(Rows rows, Elsewhere elsewhere) {
        this.rows = rows;
        this.elsewhere = elsewhere;
    }

    static void note(Draft draft, UserKey user) {
        draft.put(Table.META, key(user), NOTHING);
    }

    /** Throws where one of these is still on the way out. */
    static void refuse(Draft draft, List<UserKey> users) {
        draft.expect(Table.META, users.stream().map(Intents::key).toList());
        List<UserKey> leaving = users.stream()
                .filter(user -> draft.get(Table.META, key(user)) != null)
                .toList();
        if (!leaving.isEmpty()) {
            throw new StillLeavingException(leaving);
        }
    }

    /** Finishes all that nobody has finished. */
    CompletionStage<Void> finishAll() {
        return rows.read(view -> {
                    List<UserKey> leaving = new ArrayList<>();
                    view.scan(Table.META, REMOVING, row -> {
                        boolean own = Keys.startsWith(row.key(), REMOVING);
                        return own && leaving.add(user(row.key()));
                    });
                    return leaving;
                })
                .thenCompose(this::finish);
    }

    CompletionStage<Void> finish(List<UserKey> leaving) {
        return CompletableFuture.allOf(
                leaving.stream().map(user -> finish(user).toCompletableFuture()).toArray(CompletableFuture[]::new));
    }

    /**
     * The intent is looked for again once the revision is known: as long as it is there nobody else has the id, so the revision
     * is that of the user who left.
     */
    CompletionStage<Void> finish(UserKey user) {
        return elsewhere
                .revision(user)
                .thenCompose(revision -> rows.read(view -> view.get(Table.META, key(user)) != null)
                        .thenCompose(isLeaving ->
                                isLeaving ? finish(user, revision) : CompletableFuture.completedStage(null)));
    }

    private CompletionStage<Void> finish(UserKey user, long revision) {
        return elsewhere
                .remove(user, revision)
                .thenCompose(removed -> removed ? forget(user).thenAccept(done -> {}) : finish(user));
    }

    private CompletionStage<Boolean> forget(UserKey user) {
        return rows.change(
                draft -> {
                    draft.delete(Table.META, key(user));
                    Postings.forget(draft, user);
                    return true;
                },
                done -> {});
    }

    private static byte[] key(UserKey user) {
        return Keys.join(REMOVING, Keys.user(user));
    }

    private static UserKey user(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key).position(REMOVING.length);
        return new UserKey(Keys.getSized(bytes), Keys.getSized(bytes));
    }
}
