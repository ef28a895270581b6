package dev.porchlight.server.signin;

import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The pages that ask who somebody is. */
final class SignInPages {
    private static final int OFFERED = 8;

    private final Users users;
    private final boolean offersUsers;

    /** @param offersUsers whether anybody may be anybody, in the demo and for tests */
    SignInPages(Users users, boolean offersUsers) {
        this.users = users;
        this.offersUsers = offersUsers;
    }

    boolean offersUsers() {
        return offersUsers;
    }

    CompletionStage<Page> signIn(Place place, String formKey, Optional<String> refusal) {
        CompletionStage<List<User>> offered = offersUsers
                ? users.list(place.account(), null, OFFERED)
                        .thenApply(page -> page.items().stream()
                                .filter(user -> user.state() == User.State.ACTIVE)
                                .toList())
                : CompletableFuture.completedStage(List.of());
        return offered.thenApply(some -> {
            Page page = Page.of("Sign in", content(place, formKey, refusal, some));
            return refusal.isEmpty() ? page : page.because(400, "SIGN_IN");
        });
    }

    private static Html content(Place place, String formKey, Optional<String> refusal, List<User> offered) {
        return Html.of(
                """
                <p>Sign in to {}.</p>
                {}
                {}
                <form method="post" action="{}">
                <input type="hidden" name="step" value="sign_in">
                <input type="hidden" name="key" value="{}">
                <label for="email">E-mail address</label>
                <input id="email" name="email" type="email" autocomplete="username" required autofocus>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button class="primary">Sign in</button>
                </form>
                """,
                place.purpose(),
                refusal.map(why -> Html.of("<p class=\"refusal\" role=\"alert\">{}</p>", why))
                        .orElse(Html.NONE),
                offered.isEmpty() ? Html.NONE : demo(place, formKey, offered),
                place.address(),
                formKey);
    }

    private static Html demo(Place place, String formKey, List<User> offered) {
        return Html.of(
                """
                <form method="post" action="{}" class="demo">
                <h2>For trying out: be anybody, without a password</h2>
                <input type="hidden" name="step" value="enter">
                <input type="hidden" name="key" value="{}">
                {}
                </form>
                """,
                place.address(),
                formKey,
                Html.all(offered.stream()
                        .map(user ->
                                Html.of("<button name=\"user\" value=\"{}\">{}</button>\n", user.id(), shown(user)))
                        .toList()));
    }

    static String shown(User user) {
        String name =
                user.displayName().isBlank() ? (user.firstName() + " " + user.lastName()).strip() : user.displayName();
        return name.isEmpty() ? user.email() : name + " (" + user.email() + ")";
    }

    Reply foreignForm() {
        return Page.refusal(
                        400,
                        "FORM_KEY",
                        "Please try again",
                        "This form is not one of your sign-in's, or the sign-in has ended. Go back to the app and begin"
                                + " again. Cookies must be allowed for this site.")
                .reply();
    }

    Reply tooManyAttempts(Duration pause) {
        return Page.tooManyAttempts(pause);
    }
}
