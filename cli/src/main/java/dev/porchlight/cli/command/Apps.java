package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight app}: the OAuth apps of an account. */
@Command(
        name = "app",
        description = "Add, list and remove OAuth apps, which get tokens from /oauth/token.",
        footer = {
            "  porchlight app add calendar-sync --scope user:write:admin",
            "  porchlight app list",
            "  porchlight app remove CLIENT_ID"
        })
public final class Apps {
    private static final List<Column> TABLE = List.of(
            Column.of("CLIENT ID", "client_id"),
            Column.of("NAME", "name"),
            Column.of("KIND", "kind"),
            Column.time("CREATED", "created_at"),
            Column.of("SCOPES", "scopes"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Apps(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = "Add an app. Its secret is printed once.",
            footer = {
                "  porchlight app add calendar-sync --scope user:write:admin --scope user:read:admin",
                "  porchlight app add dashboard --scope user:read:admin --json",
                "  porchlight app add phone --scope user:read --redirect-uri http://127.0.0.1/callback --public"
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "What the app is called.") String name,
            @Option(names = "--scope", paramLabel = "SCOPE", required = true, split = ",", description = Scope.HELP)
                    List<String> scopes,
            @Option(
                            names = "--redirect-uri",
                            paramLabel = "URL",
                            description =
                                    "For an app that users allow: where they are sent back to, exactly so; give it"
                                            + " again for more. http://127.0.0.1/callback stands for any port.")
                    @Nullable
                    List<String> redirectUris,
            @Option(
                            names = "--public",
                            description = "For an app that users allow and that can keep no secret, as on a phone.")
                    boolean isPublic,
            @Option(names = "--client-id", paramLabel = "ID", description = "The client id; else it is random.")
                    @Nullable
                    String clientId,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        try (Remote server = finder.orNew(target)) {
            Body body = new Body().with("name", name).with("scopes", scopes).with("client_id", clientId);
            if (redirectUris != null) {
                body.with("redirect_uris", redirectUris);
            }
            body.with("public_client", isPublic);
            JsonNode app = server.to("add the app " + name).post("/v1/apps", body.json());
            new Output(surroundings, json).done(app, text(app, server));
        }
        return 0;
    }

    private static String text(JsonNode app, Remote server) {
        String id = app.path("client_id").asText();
        if (app.path("kind").asText().equals("user_authorised")) {
            return usersText(app, id, server);
        }
        String secret = app.path("client_secret").asText();
        return """
                Added the app %s. Its secret is shown only now: keep it.

                  client id      %s
                  client secret  %s

                While the server runs, it gets a token with:

                  curl -u %s:%s -d grant_type=client_credentials %s/oauth/token""".formatted(app.path("name").asText(), id, secret, id, secret, server.address());
    }

    private static String usersText(JsonNode app, String id, Remote server) {
        String secret = app.path("client_secret").asText();
        return "Added the app %s.%s%n%n  client id      %s%s%n%nWhile the server runs, its users are sent to:%n%n  %s"
                .formatted(
                        app.path("name").asText(),
                        secret.isEmpty() ? "" : " Its secret is shown only now: keep it.",
                        id,
                        secret.isEmpty() ? "" : "%n  client secret  %s".formatted(secret),
                        server.address() + "/oauth/authorize?response_type=code&client_id=" + id);
    }

    @Command(
            description = "List the apps of the account.",
            footer = {"  porchlight app list"})
    int list(@Option(names = "--json", description = JsonOption.HELP) boolean json, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            Listing listing = new Output(surroundings, json)
                    .listing(TABLE, "No apps yet. Add one with: porchlight app add NAME --scope SCOPE");
            listing.page(server.to("list the apps").get("/v1/apps").path("apps"));
            listing.end();
        }
        return 0;
    }

    @Command(
            description = "Remove an app and every token that it was given.",
            footer = {"  porchlight app remove CLIENT_ID"})
    int remove(
            @Parameters(paramLabel = "ID", description = "The client id, as app list shows it.") String id,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            server.to("remove the app " + id).delete("/v1/apps/" + Remote.segment(id));
            surroundings.out().println("Removed the app " + id + " and its tokens.");
        }
        return 0;
    }
}
