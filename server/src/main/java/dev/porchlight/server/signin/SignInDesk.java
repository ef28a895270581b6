package dev.porchlight.server.signin;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.gate.Attempts;
import dev.porchlight.server.gate.Attempts.Attempt;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Lets people sign in before a page, and out. Every form carries a key that is bound to the browser's cookie, so that no other
 * site can send one in somebody's name (RFC 9700, section 4.7).
 */
public final class SignInDesk {
    private static final Duration FORM_LASTS = Duration.ofHours(1);
    private static final String WRONG = "That is not the e-mail address and password of a user here.";

    private final Users users;
    private final Passwords passwords;
    private final PasswordHashes hashes;
    private final SignIns signIns;
    private final Cookies cookies;
    private final Secrets secrets;
    private final Attempts attempts;
    private final SignInPages pages;

    /**
     * Puts the desk together.
     *
     * @param secure whether browsers reach the pages over https
     * @param offersUsers whether anybody may be anybody, in the demo and for tests
     */
    public static SignInDesk of(
            Directory directory,
            Passwords passwords,
            PasswordHashes hashes,
            Secrets secrets,
            InstantSource clock,
            Attempts attempts,
            BooleanSupplier secure,
            boolean offersUsers) {
        Cookies cookies = new Cookies(secure);
        SignIns signIns = new SignIns(directory.tokens(), directory.users(), secrets, clock, cookies);
        SignInPages pages = new SignInPages(directory.users(), offersUsers);
        return new SignInDesk(directory.users(), passwords, hashes, signIns, cookies, secrets, attempts, pages);
    }

    private SignInDesk(
            Users users,
            Passwords passwords,
            PasswordHashes hashes,
            SignIns signIns,
            Cookies cookies,
            Secrets secrets,
            Attempts attempts,
            SignInPages pages) {
        this.users = users;
        this.passwords = passwords;
        this.hashes = hashes;
        this.signIns = signIns;
        this.cookies = cookies;
        this.secrets = secrets;
        this.attempts = attempts;
        this.pages = pages;
    }

    /**
     * One request to a page.
     *
     * @param origin where it comes from, for counting attempts
     * @param form what the fields of its form hold
     */
    public record Visit(Call call, Place place, String origin, Function<String, Optional<String>> form) {
        Optional<String> field(String name) {
            return form.apply(name);
        }

        String step() {
            return field("step").orElse("");
        }
    }

    /**
     * Goes on with whoever is signed in; else it is asked who that is.
     *
     * @param then sees the step that a form asks for, empty where there is none, and that it is a form of this sign-in
     */
    public CompletionStage<Reply> visit(Visit visit, Continued then) {
        return signIns.find(visit.call(), visit.place().account()).thenCompose(found -> {
            if (found.isEmpty()) {
                return stranger(visit);
            }
            SignedIn signedIn = found.get();
            if (visit.step().isEmpty()) {
                return then.with(signedIn, "");
            }
            if (!SignedIn.isFormOf(signedIn.secret(), visit.field("key").orElse(""))) {
                return CompletableFuture.completedStage(pages.foreignForm());
            }
            return visit.step().equals("sign_out")
                    ? signIns.end(signedIn).thenApply(cookie -> back(visit, cookie))
                    : then.with(signedIn, visit.step());
        });
    }

    /** What a page does for somebody. */
    @FunctionalInterface
    public interface Continued {
        CompletionStage<Reply> with(SignedIn signedIn, String step);
    }

    private CompletionStage<Reply> stranger(Visit visit) {
        Optional<String> cookie = cookies.read(visit.call(), Cookies.FORM);
        if (visit.step().isEmpty()) {
            return asked(visit, Optional.empty());
        }
        if (cookie.isEmpty()
                || !SignedIn.isFormOf(cookie.get(), visit.field("key").orElse(""))) {
            return CompletableFuture.completedStage(pages.foreignForm());
        }
        return switch (visit.step()) {
            case "sign_in" -> attempted(visit);
            case "enter" -> entered(visit);
            // A form of a sign-in that has ended meanwhile.
            default -> asked(visit, Optional.empty());
        };
    }

    private CompletionStage<Reply> asked(Visit visit, Optional<String> refusal) {
        String cookie = cookies.read(visit.call(), Cookies.FORM).orElseGet(secrets::secret);
        return pages.signIn(visit.place(), SignedIn.formKey(cookie), refusal)
                .thenApply(page -> page.setting(Optional.of(cookies.set(Cookies.FORM, cookie, FORM_LASTS)))
                        .reply());
    }

    private CompletionStage<Reply> attempted(Visit visit) {
        String email = visit.field("email").orElse("").strip();
        String named = visit.place().account() + "/" + email.toLowerCase(Locale.ROOT);
        Attempt attempt = new Attempt("user", named, visit.origin());
        Duration pause = attempts.pause(attempt);
        if (pause.isPositive()) {
            return CompletableFuture.completedStage(pages.tooManyAttempts(pause));
        }
        // Before the password is looked at, which takes a while in which others could be tried.
        attempts.failed(attempt);
        return users.find(visit.place().account(), email)
                .thenCompose(found -> checked(visit, found.filter(user -> email.contains("@"))))
                .thenCompose(user -> {
                    if (user.isEmpty()) {
                        return asked(visit, Optional.of(WRONG));
                    }
                    attempts.succeeded(attempt);
                    return signedIn(visit, user.get());
                });
    }

    private CompletionStage<Optional<User>> checked(Visit visit, Optional<User> found) {
        String password = visit.field("password").orElse("");
        UserKey key =
                found.map(User::key).orElseGet(() -> new UserKey(visit.place().account(), ""));
        return passwords
                .find(key)
                .thenCompose(kept -> hashes.matches(password, kept.map(Password::hash)))
                .thenApply(right -> found.filter(user -> right && user.state() == User.State.ACTIVE));
    }

    /** Without a password, where the pages offer it. */
    private CompletionStage<Reply> entered(Visit visit) {
        if (!pages.offersUsers()) {
            return CompletableFuture.completedStage(pages.foreignForm());
        }
        return users.find(visit.place().account(), visit.field("user").orElse(""))
                .thenCompose(found -> {
                    Optional<User> active = found.filter(user -> user.state() == User.State.ACTIVE);
                    return active.isPresent() ? signedIn(visit, active.get()) : asked(visit, Optional.of(WRONG));
                });
    }

    private CompletionStage<Reply> signedIn(Visit visit, User user) {
        return signIns.begin(user).thenApply(cookie -> back(visit, cookie));
    }

    private static Reply back(Visit visit, String cookie) {
        return Page.redirect(visit.place().address(), Optional.of(cookie));
    }
}
