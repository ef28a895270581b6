package dev.porchlight.server.oauth;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Answer;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.server.gate.Attempts;
import dev.porchlight.server.gate.Attempts.Attempt;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.signin.Html;
import dev.porchlight.server.signin.Page;
import dev.porchlight.server.signin.Place;
import dev.porchlight.server.signin.SignInDesk;
import dev.porchlight.server.signin.SignInDesk.Visit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/device}: a user types the code that a device shows, and answers it (RFC 8628, section 3.3). */
public final class DeviceDoor {
    private static final String UNKNOWN =
            "No device waits under that code. It may have expired: let the device show another.";

    private final Apps apps;
    private final SignInDesk desk;
    private final Devices devices;
    private final Attempts attempts;
    private final Origins origins;

    DeviceDoor(Apps apps, SignInDesk desk, Devices devices, Attempts attempts, Origins origins) {
        this.apps = apps;
        this.desk = desk;
        this.devices = devices;
        this.attempts = attempts;
        this.origins = origins;
    }

    /** Shows the page, or takes what one of its forms says. */
    public CompletionStage<Reply> open(Call call) {
        OAuthParameters parameters = OAuthParameters.of(call);
        Optional<String> typed = parameters.inQuery("user_code").map(Devices::shown);
        if (typed.isEmpty()) {
            return done(question("", Optional.empty()).reply());
        }
        String origin = origins.of(call);
        Attempt attempt = new Attempt("user code", "", origin);
        Duration pause = attempts.pause(attempt);
        if (pause.isPositive()) {
            return done(tooMany(pause));
        }
        return devices.waiting(typed.get()).thenCompose(found -> {
            if (found.isEmpty()) {
                attempts.failed(attempt);
                return done(question(typed.get(), Optional.of(UNKNOWN)).reply());
            }
            Grant grant = found.get();
            return apps.find(grant.app())
                    .thenCompose(app -> app.isEmpty()
                            ? done(question(typed.get(), Optional.of(UNKNOWN)).reply())
                            : asked(call, parameters, typed.get(), grant, app.get()));
        });
    }

    private CompletionStage<Reply> asked(Call call, OAuthParameters parameters, String code, Grant grant, App app) {
        String address = "/oauth/device?user_code=" + code;
        Place place = new Place(address, grant.account(), "continue to " + app.name() + " on a device");
        Visit visit = new Visit(call, place, origins.of(call), parameters::inForm);
        return desk.visit(visit, (who, step) -> switch (step) {
            case "allow" -> answered(grant, who.user().id(), Answer.ALLOWED);
            case "deny" -> answered(grant, null, Answer.DENIED);
            default -> {
                Html note = Html.of(
                        "<p>Allow it only if you have the device before you, and it shows this code:</p>"
                                + "<p class=\"code\">{}</p>",
                        code);
                yield done(
                        ConsentPage.of(app, grant.scopes(), who, address, note).reply());
            }
        });
    }

    private CompletionStage<Reply> answered(Grant grant, @Nullable String user, Answer answer) {
        return devices.answer(grant, user, answer).thenApply(written -> {
            if (written != Written.DONE) {
                return question("", Optional.of(UNKNOWN)).reply();
            }
            String title = answer == Answer.ALLOWED ? "Your device goes on by itself" : "Denied";
            return Page.of(title, Html.of("<p>{}</p>", "You can close this page."))
                    .reply();
        });
    }

    private static Page question(String typed, Optional<String> refusal) {
        Html content = Html.of(
                """
                <p>Type the code that your device shows.</p>
                {}
                <form method="get" action="/oauth/device">
                <label for="user_code">Code</label>
                <input id="user_code" name="user_code" class="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required autofocus value="{}">
                <button class="primary">Continue</button>
                </form>
                """,
                refusal.map(why -> Html.of("<p class=\"refusal\" role=\"alert\">{}</p>", why))
                        .orElse(Html.of("")),
                typed);
        Page page = Page.of("Connect a device", content);
        return refusal.isEmpty() ? page : page.because(400, "USER_CODE");
    }

    private static Reply tooMany(Duration pause) {
        return Page.tooManyAttempts(pause);
    }

    private static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
