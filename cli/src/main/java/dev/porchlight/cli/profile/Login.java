package dev.porchlight.cli.profile;

import dev.porchlight.cli.profile.store.Profile;
import dev.porchlight.cli.profile.store.Profiles;
import dev.porchlight.cli.setting.Addresses;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.oauth.ClientCredentials;
import dev.porchlight.client.oauth.Grant;
import dev.porchlight.client.problem.PresenceException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code porchlight login}: signs in to a server, and writes it down as a profile. */
@Command(
        name = "login",
        description = {
            "Sign in to a Porchlight server or to Zoom, and keep it as a profile for --profile.",
            "As an app (server to server), as a person with a browser (--browser), or with a token that you have."
        },
        footer = {
            "  porchlight login --profile zoom --url https://api.zoom.us --client-id ID --account-id ACCOUNT",
            "  porchlight login --profile zoom --url https://api.zoom.us --client-id ID --browser",
            "  porchlight login --profile work --url https://presence.example.com --client-id ID",
            "  porchlight login --profile work --url https://presence.example.com --token TOKEN"
        })
public final class Login implements Callable<Integer> {
    private static final String SECRET_VARIABLE = "PORCHLIGHT_CLIENT_SECRET";
    private static final String ANY_PORT = "http://127.0.0.1:0/callback";

    private final Surroundings surroundings;

    @Option(names = "--profile", paramLabel = "NAME", required = true, description = "What to call it.")
    private String name = "";

    @Option(names = "--url", paramLabel = "URL", required = true, description = "The server, or https://api.zoom.us.")
    private String url = "";

    @Option(names = "--token", paramLabel = "TOKEN", description = "An access token, in place of an app.")
    private @Nullable String token;

    @Option(names = "--client-id", paramLabel = "ID", description = "The app's client id.")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            arity = "0..1",
            interactive = true,
            description = {
                "The app's client secret; without a value, it is asked for. Variable: " + SECRET_VARIABLE + ".",
                "A public app that signs people in with a browser has none."
            })
    private @Nullable String clientSecret;

    @Option(names = "--account-id", paramLabel = "ID", description = "The account of a server-to-server app of Zoom's.")
    private @Nullable String accountId;

    @Option(names = "--browser", description = "Sign in as a person, in a browser (OAuth with PKCE).")
    private boolean browser;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = "[, ]",
            description = "With --browser: which scopes to ask for.")
    private List<String> scopes = List.of();

    @Option(
            names = "--redirect",
            paramLabel = "URL",
            description = {
                "With --browser: where the browser comes back to on this machine, as the app has it registered.",
                "Default: " + ANY_PORT + ", which takes any free port."
            })
    private String redirect = ANY_PORT;

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Where tokens are given out. Default: /oauth/token of the server, or Zoom's.")
    private @Nullable String tokenUrl;

    @Option(
            names = "--authorize-url",
            paramLabel = "URL",
            description = "Where people sign in. Default: /oauth/authorize of the server, or Zoom's.")
    private @Nullable String authorizeUrl;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public Login(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        URI server = Addresses.of("--url", url.replaceFirst("/+$", ""));
        Profiles profiles = new Profiles(surroundings);
        Profile profile =
                token == null ? signedIn(server, profiles) : new Profile(name, server, new Profile.Token(token), null);
        profiles.keep(profile);
        new Output(surroundings, json)
                .done(
                        ListProfiles.line(profile),
                        "Signed in. Use it with --profile " + name + ", or PORCHLIGHT_PROFILE=" + name + ".");
        return 0;
    }

    private Profile signedIn(URI server, Profiles profiles) {
        if (clientId == null) {
            throw new Failure("login needs --client-id, or --token.", "See: porchlight login --help");
        }
        ClientCredentials client = new ClientCredentials(clientId, secret());
        URI endpoint = endpoint(server, tokenUrl, "--token-url", "/oauth/token");
        if (browser) {
            URI authorize = endpoint(server, authorizeUrl, "--authorize-url", "/oauth/authorize");
            URI back = Addresses.of("--redirect", redirect);
            SignIn signIn = new SignIn(authorize, clientId, scopes, back, new SecureRandom());
            Grant grant = granted(() -> signIn.through(new Browser(surroundings), profiles.endpoint(endpoint, client)));
            return new Profile(name, server, new Profile.Person(endpoint, client), grant);
        }
        if (client.secret() == null) {
            throw new Failure(
                    "login needs the app's client secret.",
                    "Give it in " + SECRET_VARIABLE
                            + ", or let it be asked for: --client-secret. A person signs in with --browser.");
        }
        Grant grant = granted(() -> profiles.endpoint(endpoint, client).serverToServer(accountId));
        return new Profile(name, server, new Profile.App(endpoint, client, accountId), grant);
    }

    private @Nullable String secret() {
        String given = surroundings.variables().getOrDefault(SECRET_VARIABLE, "");
        return clientSecret != null ? clientSecret : given.isEmpty() ? null : given;
    }

    private static Grant granted(Supplier<Grant> asking) {
        try {
            return asking.get();
        } catch (PresenceException e) {
            boolean answered = e.error().reply().isPresent();
            throw new Failure(
                    e.error().message() + ".",
                    answered
                            ? "Look at the app's id, secret and account, and whether it is activated."
                            : "Is the address right? Another one can be given with --token-url.",
                    answered ? Failure.FAILED : Failure.NO_ANSWER);
        }
    }

    private static URI endpoint(URI server, @Nullable String given, String option, String path) {
        if (given != null) {
            return Addresses.of(option, given);
        }
        String host = server.getHost().toLowerCase(Locale.ROOT);
        boolean zoom = host.equals("zoom.us") || host.endsWith(".zoom.us");
        return zoom ? URI.create("https://zoom.us" + path) : URI.create(server + path);
    }
}
