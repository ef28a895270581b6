package dev.porchlight.server.oauth;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.oauth.AuthorizationRequest.Read;
import dev.porchlight.server.signin.Html;
import dev.porchlight.server.signin.Page;
import dev.porchlight.server.signin.Place;
import dev.porchlight.server.signin.SignInDesk;
import dev.porchlight.server.signin.SignInDesk.Visit;
import dev.porchlight.server.signin.SignedIn;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oauth/authorize}: a user signs in and allows an app something, and is sent back with a code (RFC 6749, section 4.1).
 * Each answer names this server, so that an app with several is not mixed up (RFC 9207).
 */
public final class AuthorizeDoor {
    private final Apps apps;
    private final SignInDesk desk;
    private final Codes codes;
    private final Origins origins;
    private final Supplier<String> issuer;
    private final boolean plainAllowed;

    AuthorizeDoor(
            Apps apps, SignInDesk desk, Codes codes, Origins origins, Supplier<String> issuer, boolean plainAllowed) {
        this.apps = apps;
        this.desk = desk;
        this.codes = codes;
        this.origins = origins;
        this.issuer = issuer;
        this.plainAllowed = plainAllowed;
    }

    /** Shows the page, or takes what one of its forms says. */
    public CompletionStage<Reply> open(Call call) {
        OAuthParameters parameters = OAuthParameters.of(call);
        boolean twoApps = parameters
                .repeated()
                .filter(name -> name.equals("client_id") || name.equals("redirect_uri"))
                .isPresent();
        Optional<String> client = parameters.inQuery("client_id");
        if (client.isEmpty() || twoApps) {
            return done(lost("The address does not say which app sent you here (client_id)."));
        }
        return apps.find(client.get())
                .thenCompose(found -> found.isEmpty()
                        ? done(lost("There is no app of that client_id here."))
                        : read(call, parameters, found.get()));
    }

    private CompletionStage<Reply> read(Call call, OAuthParameters parameters, App app) {
        return switch (AuthorizationRequest.read(app, parameters, plainAllowed)) {
            case Read.Lost(var reason) -> done(lost(reason));
            case Read.Refused(var redirect, var state, var error, var reason) ->
                done(back(redirect, state, Map.of("error", error, "error_description", reason)));
            case Read.Good(var request) -> asked(call, parameters, request);
        };
    }

    private CompletionStage<Reply> asked(Call call, OAuthParameters parameters, AuthorizationRequest request) {
        String address = "/oauth/authorize?" + call.query();
        Place place = new Place(
                address, request.app().account(), "continue to " + request.app().name());
        Visit visit = new Visit(call, place, origins.of(call), parameters::inForm);
        return desk.visit(visit, (who, step) -> switch (step) {
            case "allow" ->
                codes.issued(request, who.user().id())
                        .thenApply(code -> back(request.redirect(), request.state(), Map.of("code", code)));
            case "deny" -> done(back(request.redirect(), request.state(), Map.of("error", "access_denied")));
            default -> done(consent(request, who, address));
        });
    }

    private static Reply consent(AuthorizationRequest request, SignedIn who, String address) {
        URI redirect = URI.create(request.redirect());
        String place = redirect.getHost() == null ? redirect.getScheme() + ":" : redirect.getAuthority();
        Html note = Html.of("<p class=\"note\">You go back to {}.</p>", place);
        return ConsentPage.of(request.app(), request.scopes(), who, address, note)
                .leadingTo(RedirectUris.source(request.redirect()))
                .reply();
    }

    private Reply back(String redirect, @Nullable String state, Map<String, String> answer) {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        if (state != null) {
            parameters.put("state", state);
        }
        parameters.put("iss", issuer.get());
        return Page.redirect(RedirectUris.with(redirect, parameters), Optional.empty());
    }

    private static Reply lost(String sentence) {
        return Page.refusal(400, "OAUTH_AUTHORIZE", "This link does not work", sentence)
                .reply();
    }

    private static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
