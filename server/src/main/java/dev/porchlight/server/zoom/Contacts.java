package dev.porchlight.server.zoom;

import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The users of an account whom a request is about, page by page. There is no index of names: one page looks at no more than
 * {@link #MOST_LOOKED_AT} users, and the next one goes on from there, so that a search costs the same in a large account.
 */
final class Contacts {
    static final int MOST_LOOKED_AT = 10_000;

    private static final int AT_ONCE = 500;

    private final Users users;

    Contacts(Users users) {
        this.users = users;
    }

    /**
     * Those who are wanted, ordered by id.
     *
     * @param after the id before the first one to look at, or null
     * @param limit at most so many; fewer, even none, where others are yet to be looked at
     */
    CompletionStage<Page<User>> page(String account, @Nullable String after, int limit, Predicate<User> wanted) {
        return new Walk(account, limit, wanted).on(after, 0);
    }

    private final class Walk {
        private final String account;
        private final int limit;
        private final Predicate<User> wanted;
        private final List<User> found = new ArrayList<>();

        Walk(String account, int limit, Predicate<User> wanted) {
            this.account = account;
            this.limit = limit;
            this.wanted = wanted;
        }

        CompletionStage<Page<User>> on(@Nullable String after, int looked) {
            return users.list(account, after, AT_ONCE).thenCompose(page -> {
                page.items().stream().filter(wanted).forEach(found::add);
                int all = looked + page.items().size();
                String next = page.next();
                return found.size() <= limit && next != null && all < MOST_LOOKED_AT
                        ? on(next, all)
                        : CompletableFuture.completedStage(end(next));
            });
        }

        /** One more than fits was looked for: a token leads to somebody, or to those not looked at yet. */
        private Page<User> end(@Nullable String next) {
            if (found.size() <= limit) {
                return new Page<>(found, next);
            }
            List<User> shown = found.subList(0, limit);
            return new Page<>(shown, shown.getLast().id());
        }
    }
}
