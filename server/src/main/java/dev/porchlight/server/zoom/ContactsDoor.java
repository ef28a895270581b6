package dev.porchlight.server.zoom;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.ContactPageReply;
import dev.porchlight.wire.ContactReply;
import dev.porchlight.wire.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Whom a user can see: {@code /v2/contacts} and {@code /v2/chat/users/me/contacts} (zoom-wire: Around it). A user's contacts
 * are the other users of the account; there are no external ones.
 */
public final class ContactsDoor {
    private static final int USUAL_FOUND = 1;
    private static final int MOST_FOUND = 25;
    private static final int USUAL_LISTED = 10;
    private static final int MOST_LISTED = 50;

    private final Users users;
    private final Contacts contacts;
    private final Answers answers;
    private final PageTokens tokens;
    private final StatusNames names;

    public ContactsDoor(Users users, Answers answers, Secrets secrets, InstantSource clock, StatusNames names) {
        this.users = users;
        this.contacts = new Contacts(users);
        this.answers = answers;
        this.tokens = new PageTokens(secrets.secret(), clock);
        this.names = names;
    }

    /**
     * What a page is of.
     *
     * @param name of the list, which its tokens are sealed with
     */
    private record Wanted(String name, int limit, boolean presence, Predicate<User> users) {}

    public CompletionStage<Reply> search(Call call) {
        ContactQuery query = new ContactQuery(call);
        String key = query.searchKey();
        boolean usersWanted = query.usersWanted();
        Predicate<User> state = query.ofState();
        Wanted wanted = new Wanted(
                "search " + call.queryParameter("user_status").orElse("") + " " + usersWanted + " " + key,
                query.pageSize(USUAL_FOUND, MOST_FOUND),
                query.presenceWanted(),
                state.and(user -> usersWanted && !call.principal().is(user.id()) && matches(user, key)));
        if (!query.errors().isEmpty()) {
            return CompletableFuture.completedStage(Problems.invalid(query.errors()));
        }
        return key.indexOf('@') > 0 ? byAddress(call, key, wanted) : page(call, wanted);
    }

    public CompletionStage<Reply> list(Call call) {
        if (call.principal().user() == null) {
            return CompletableFuture.completedStage(Problems.noMe());
        }
        ContactQuery query = new ContactQuery(call);
        boolean company = query.companyWanted();
        Wanted wanted = new Wanted(
                "list " + company,
                query.pageSize(USUAL_LISTED, MOST_LISTED),
                query.presenceWanted(),
                user -> company && !call.principal().is(user.id()));
        return query.errors().isEmpty()
                ? page(call, wanted)
                : CompletableFuture.completedStage(Problems.invalid(query.errors()));
    }

    public CompletionStage<Reply> get(Call call) {
        if (call.principal().user() == null) {
            return CompletableFuture.completedStage(Problems.noMe());
        }
        ContactQuery query = new ContactQuery(call);
        boolean presence = query.presenceWanted();
        if (!query.errors().isEmpty()) {
            return CompletableFuture.completedStage(Problems.invalid(query.errors()));
        }
        String named = call.parameter("identifier");
        return users.find(call.principal().account(), named)
                .thenApply(found -> found.filter(user -> !call.principal().is(user.id())))
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedStage(Problems.noSuchUser(named))
                        : shown(List.of(found.get()), presence)
                                .thenApply(contact -> Reply.json(200, Json.write(contact.getFirst()))));
    }

    /** Nobody else has the address, so nobody else need be looked at. */
    private CompletionStage<Reply> byAddress(Call call, String address, Wanted wanted) {
        return users.find(call.principal().account(), address).thenCompose(found -> {
            Optional<User> contact = found.filter(wanted.users());
            return contact.isEmpty()
                    ? page(call, wanted)
                    : replied(new Page<>(List.of(contact.get()), null), wanted, "");
        });
    }

    private CompletionStage<Reply> page(Call call, Wanted wanted) {
        String list = String.join(
                "\n",
                call.principal().account(),
                String.valueOf(call.principal().user()),
                wanted.name());
        String token = call.queryParameter("next_page_token").orElse("").strip();
        Optional<String> after = token.isEmpty() ? Optional.empty() : tokens.entry(token, list);
        return after.isEmpty() && !token.isEmpty()
                ? CompletableFuture.completedStage(Problems.badPageToken())
                : contacts.page(call.principal().account(), after.orElse(null), wanted.limit(), wanted.users())
                        .thenCompose(page -> replied(page, wanted, list));
    }

    private CompletionStage<Reply> replied(Page<User> page, Wanted wanted, String list) {
        String next = page.next();
        String token = next == null ? "" : tokens.after(next, list);
        return shown(page.items(), wanted.presence())
                .thenApply(shown -> Reply.json(200, Json.write(new ContactPageReply(wanted.limit(), token, shown))));
    }

    /** All presences of the page in one read. */
    private CompletionStage<List<ContactReply>> shown(List<User> page, boolean presence) {
        CompletionStage<Map<UserKey, Shown>> statuses = presence
                ? answers.statuses(page.stream().map(User::key).toList())
                : CompletableFuture.completedStage(Map.of());
        return statuses.thenApply(known -> page.stream()
                .map(user -> contact(user, Optional.ofNullable(known.get(user.key()))))
                .toList());
    }

    private ContactReply contact(User user, Optional<Shown> shown) {
        return new ContactReply(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                1,
                shown.map(status -> names.name(status.answer().status())).orElse(null));
    }

    private static boolean matches(User user, String key) {
        String told = String.join("\n", user.firstName() + " " + user.lastName(), user.displayName(), user.email());
        return told.toLowerCase(Locale.ROOT).contains(key);
    }
}
