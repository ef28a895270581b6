package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A search of an account of 100,000 looks at a bounded number of users a page, and comes to the end all the same. */
class LargeAccountTest {
    private static final int SIZE = 100_000;

    private final Numbered users = new Numbered();
    private final Contacts contacts = new Contacts(users);

    @Test
    void aSearchThatFindsNobodyLooksAtSoManyAndGoesOnFromThere() {
        Page<User> page = page(null, 25, "nobody");
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEqualTo("009999");
        assertThat(users.looked).isEqualTo(Contacts.MOST_LOOKED_AT);
    }

    @Test
    void thePagesTogetherFindEverybodyOnce() {
        int found = 0;
        int pages = 0;
        String after = null;
        do {
            users.looked = 0;
            Page<User> page = page(after, 25, "99");
            assertThat(users.looked).isLessThanOrEqualTo(Contacts.MOST_LOOKED_AT);
            found += page.items().size();
            after = page.next();
            pages++;
        } while (after != null);
        assertThat(found).isEqualTo((int) IntStream.range(0, SIZE)
                .filter(i -> Numbered.id(i).contains("99"))
                .count());
        assertThat(pages).isGreaterThan(10);
    }

    @Test
    void aPageThatIsFullStopsLooking() {
        page(null, 25, "0");
        assertThat(users.looked).isLessThanOrEqualTo(500);
    }

    private Page<User> page(@Nullable String after, int limit, String part) {
        return contacts.page("default", after, limit, user -> user.id().contains(part))
                .toCompletableFuture()
                .join();
    }

    /** Users whose ids are numbers, counted as they are looked at. */
    private static final class Numbered implements Users {
        private int looked;

        @Override
        public CompletionStage<Page<User>> list(String account, @Nullable String after, int limit) {
            int first = after == null ? 0 : Integer.parseInt(after) + 1;
            int end = Math.min(SIZE, first + limit);
            looked += end - first;
            List<User> page =
                    IntStream.range(first, end).mapToObj(Numbered::user).toList();
            return CompletableFuture.completedStage(new Page<>(page, end == SIZE ? null : id(end - 1)));
        }

        private static User user(int number) {
            return new User(
                    "default",
                    id(number),
                    id(number) + "@example.com",
                    "",
                    "",
                    id(number),
                    1,
                    User.State.ACTIVE,
                    Instant.EPOCH);
        }

        private static String id(int number) {
            return "%06d".formatted(number);
        }

        @Override
        public CompletionStage<Optional<User>> find(String account, String idOrEmail) {
            throw new UnsupportedOperationException("nobody is looked up");
        }

        @Override
        public CompletionStage<List<Written>> add(List<User> added) {
            throw new UnsupportedOperationException("nobody is added");
        }

        @Override
        public CompletionStage<Written> update(User user) {
            throw new UnsupportedOperationException("nobody is changed");
        }

        @Override
        public CompletionStage<Written> remove(UserKey user) {
            throw new UnsupportedOperationException("nobody is removed");
        }
    }
}
