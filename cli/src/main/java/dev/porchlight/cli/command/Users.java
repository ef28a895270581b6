package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.cli.terminal.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight user}: whose presence is known. */
@Command(
        name = "user",
        description = "Add, list, show and remove users, and set their passwords.",
        footer = {
            "  porchlight user add ada@example.com --id ada --first-name Ada",
            "  porchlight user list",
            "  porchlight user show ada"
        })
public final class Users {
    private static final List<Column> TABLE = List.of(
            Column.of("ID", "id"),
            Column.of("E-MAIL", "email"),
            Column.of("NAME", "display_name"),
            Column.of("TYPE", "type"),
            Column.of("STATE", "status"),
            Column.time("CREATED", "created_at"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Users(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = "Add a user.",
            footer = {
                "  porchlight user add ada@example.com",
                "  porchlight user add ada@example.com --id ada --first-name Ada --last-name Lovelace"
            })
    int add(
            @Parameters(paramLabel = "EMAIL", description = "The user's e-mail address.") String email,
            @Option(names = "--id", paramLabel = "ID", description = "The user's id; without one, it is random.")
                    @Nullable
                    String id,
            @Option(names = "--first-name", paramLabel = "NAME", description = "The first name.") @Nullable
                    String firstName,
            @Option(names = "--last-name", paramLabel = "NAME", description = "The last name.") @Nullable
                    String lastName,
            @Option(names = "--display-name", paramLabel = "NAME", description = "The name that others see.") @Nullable
                    String displayName,
            @Option(
                            names = "--type",
                            paramLabel = "1|2",
                            defaultValue = "1",
                            description = "1 basic, 2 licensed, as Zoom counts. Default: ${DEFAULT-VALUE}.")
                    int type,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        Body user = new Body()
                .with("id", id)
                .with("email", email)
                .with("type", type)
                .with("first_name", firstName)
                .with("last_name", lastName)
                .with("display_name", displayName);
        try (Remote server = finder.orNew(target)) {
            Body body = new Body().with("action", "create").with("user_info", user);
            JsonNode added = server.to("add " + email).post("/v2/users", body.json());
            new Output(surroundings, json)
                    .done(
                            added,
                            "Added " + email + " with the id "
                                    + added.path("id").asText() + ".");
        }
        return 0;
    }

    @Command(
            description = "List the users of the account.",
            footer = {"  porchlight user list", "  porchlight user list --json | jq '.[].email'"})
    int list(@Option(names = "--json", description = JsonOption.HELP) boolean json, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            Listing listing = new Output(surroundings, json)
                    .listing(TABLE, "No users yet. Add one with: porchlight user add EMAIL");
            Pages.ofUsers(server, listing::page);
            listing.end();
        }
        return 0;
    }

    @Command(
            description = "Show a user: who it is, the status, and why.",
            footer = {"  porchlight user show ada", "  porchlight user show ada@example.com --json"})
    int show(
            @Parameters(paramLabel = "USER", description = UserText.HELP) String user,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            String segment = Remote.segment(user);
            JsonNode who = server.to("show " + user).get("/v2/users/" + segment);
            JsonNode presence = server.to("show " + user).get("/v1/users/" + segment + "/presence");
            JsonNode shown = JsonOption.object("user", who, "presence", presence);
            new Output(surroundings, json).details(shown, UserText.lines(shown));
        }
        return 0;
    }

    @Command(
            description = {
                "Set the password that a user signs in with on this server's own page.",
                "It is typed, or read from standard input as one line; never an argument."
            },
            footer = {
                "  porchlight user password ada@example.com",
                "  pass show ada | porchlight user password ada@example.com",
                "  porchlight user password ada@example.com --remove"
            })
    int password(
            @Parameters(paramLabel = "USER", description = UserText.HELP) String user,
            @Option(names = "--remove", description = "Take the password away: the user can no more sign in.")
                    boolean remove,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            String path = "/v1/users/" + Remote.segment(user) + "/password";
            if (remove) {
                server.to("remove the password of " + user).delete(path);
                surroundings.out().println("Removed the password of " + user + ".");
            } else {
                Body body = new Body().with("password", Typed.secret(surroundings, "password of " + user));
                server.to("set the password of " + user).put(path, body.json());
                surroundings.out().println("Set the password of " + user + ".");
            }
        }
        return 0;
    }

    @Command(
            description = "Remove a user with all that is known of it: presence, history, tokens.",
            footer = {"  porchlight user remove ada@example.com"})
    int remove(@Parameters(paramLabel = "USER", description = UserText.HELP) String user, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            server.to("remove " + user).delete("/v2/users/" + Remote.segment(user));
            surroundings.out().println("Removed " + user + ".");
        }
        return 0;
    }
}
