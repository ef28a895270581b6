package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.Limit;
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

/** {@code porchlight token}: the access tokens of an account. */
@Command(
        name = "token",
        description = "Create, list and revoke access tokens.",
        footer = {
            "  porchlight token create --user ada --scope user:write",
            "  porchlight token list",
            "  porchlight token revoke TOKEN_ID"
        })
public final class Tokens {
    private static final List<Column> TABLE = List.of(
            Column.of("TOKEN ID", "token_id"),
            Column.of("NAME", "name"),
            Column.of("USER", "user_id"),
            Column.of("APP", "client_id"),
            Column.time("CREATED", "created_at"),
            Column.time("EXPIRES", "expires_at"),
            Column.of("SCOPES", "scopes"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Tokens(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = "Create an access token. It is printed once, alone on its line.",
            footer = {
                "  porchlight token create --user ada --scope user:write --scope user:read",
                "  porchlight token create --scope user:write:admin --expires 30d --name 'calendar sync'",
                "  TOKEN=$(porchlight token create --scope porchlight:admin)"
            })
    int create(
            @Option(
                            names = "--user",
                            paramLabel = "USER",
                            description = "Whose token it is, by id or e-mail address. Without, it is a"
                                    + " server-to-server token, which has no user \"me\".")
                    @Nullable
                    String user,
            @Option(names = "--scope", paramLabel = "SCOPE", required = true, split = ",", description = Scope.HELP)
                    List<String> scopes,
            @Option(
                            names = "--expires",
                            paramLabel = "DURATION",
                            defaultValue = "never",
                            converter = Limit.Reader.class,
                            description = "After how long it ends, such as 30d. Default: ${DEFAULT-VALUE}.")
                    Limit expires,
            @Option(names = "--name", paramLabel = "NAME", description = "What it is for.") @Nullable String name,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        Body body = new Body().with("user", user).with("name", name).with("scopes", scopes);
        if (expires.duration() != null) {
            body.with("expires_in", expires.duration().toSeconds());
        }
        try (Remote server = finder.orNew(target)) {
            JsonNode token = server.to("create the token").post("/v1/tokens", body.json());
            Output output = new Output(surroundings, json);
            output.done(token, token.path("access_token").asText());
            String end = Column.time(token.path("expires_at").asText(""));
            output.aside(
                    "Shown only now: keep it. " + (end.isEmpty() ? "It does not expire." : "It expires " + end + "."));
        }
        return 0;
    }

    @Command(
            description = "List the tokens of the account, without the tokens themselves.",
            footer = {"  porchlight token list"})
    int list(@Option(names = "--json", description = JsonOption.HELP) boolean json, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            Listing listing = new Output(surroundings, json)
                    .listing(TABLE, "No tokens yet. Create one with: porchlight token create --scope SCOPE");
            listing.page(server.to("list the tokens").get("/v1/tokens").path("tokens"));
            listing.end();
        }
        return 0;
    }

    @Command(
            description = "Revoke a token: it is refused from now on.",
            footer = {"  porchlight token revoke TOKEN_ID"})
    int revoke(
            @Parameters(paramLabel = "ID", description = "The token's id, as token list shows it.") String id,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            server.to("revoke the token " + id).delete("/v1/tokens/" + Remote.segment(id));
            surroundings.out().println("Revoked the token " + id + ".");
        }
        return 0;
    }
}
