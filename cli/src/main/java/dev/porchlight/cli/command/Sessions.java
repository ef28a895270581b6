package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.Durations;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight session}: the signed-in clients of users. */
@Command(
        name = "session",
        description = {
            "Sign clients of users in and out.",
            "A user's status can be set only while a client is signed in."
        },
        footer = {
            "  porchlight session open ada --version 6.4.0 --lease 8h",
            "  porchlight session list ada",
            "  porchlight session close ada SESSION_ID"
        })
public final class Sessions {
    private static final List<Column> TABLE = List.of(
            Column.of("USER", "user_id"),
            Column.of("SESSION ID", "session_id"),
            Column.of("PLATFORM", "platform"),
            Column.of("VERSION", "version"),
            Column.of("STATE", "state"),
            Column.time("SINCE", "since"),
            Column.time("SIGNED IN UNTIL", "lease_until"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Sessions(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = "Sign a client in, or renew its session.",
            footer = {
                "  porchlight session open ada --version 6.4.0 --lease 8h",
                "  porchlight session open ada --version 5.2.9 --idle --platform mobile --id phone",
                "  porchlight session open ada --version 6.4.0 --keep     # until Ctrl-C"
            })
    int open(
            @Parameters(paramLabel = "USER", description = UserText.HELP) String user,
            @Option(
                            names = "--version",
                            paramLabel = "VERSION",
                            required = true,
                            description = "The client's version; one below 5.3.0 can be given Do_Not_Disturb only.")
                    String version,
            @Option(
                            names = "--platform",
                            paramLabel = "NAME",
                            defaultValue = "desktop",
                            description = "Where it runs. Default: ${DEFAULT-VALUE}.")
                    String platform,
            @Option(names = "--idle", description = "Nobody is at the client: the user is away.") boolean idle,
            @Option(
                            names = "--lease",
                            paramLabel = "DURATION",
                            defaultValue = "90s",
                            converter = Durations.class,
                            description = "For how long; 5s to 24h. Default: ${DEFAULT-VALUE}.")
                    Duration lease,
            @Option(names = "--id", paramLabel = "ID", description = "The session's id; without one, it is random.")
                    @Nullable
                    String id,
            @Option(names = "--keep", description = "Renew it until Ctrl-C, then sign out.") boolean keep,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        String session = id == null ? "cli-" + UUID.randomUUID().toString().substring(0, 8) : id;
        Body body = new Body()
                .with("platform", platform)
                .with("version", version)
                .with("state", idle ? "idle" : "active")
                .with("lease", lease.toSeconds());
        try (Remote server = finder.existing(target)) {
            Lease held = new Lease(server, user, session, body.json());
            JsonNode answer = held.renew();
            ObjectNode result = answer.deepCopy();
            result.put("session_id", session);
            new Output(surroundings, json).done(result, sentence(user, session, answer));
            if (keep) {
                held.keep(lease, surroundings);
            }
        }
        return 0;
    }

    private static String sentence(String user, String session, JsonNode answer) {
        return user + " is signed in until "
                + Column.time(answer.path("lease_until").asText()) + " (session " + session + ") and is "
                + answer.path("status").asText() + ".";
    }

    @Command(
            description = "Sign a client out.",
            footer = {"  porchlight session close ada SESSION_ID"})
    int close(
            @Parameters(paramLabel = "USER", description = UserText.HELP) String user,
            @Parameters(paramLabel = "ID", description = "The session's id, as session list shows it.") String id,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            new Lease(server, user, id, new Body().json()).end();
            surroundings.out().println("Signed " + user + " out of the session " + id + ".");
        }
        return 0;
    }

    @Command(
            description = "List the live sessions of a user, or of all users of the account.",
            footer = {"  porchlight session list ada", "  porchlight session list --json"})
    int list(
            @Parameters(paramLabel = "USER", arity = "0..1", description = UserText.HELP) @Nullable String user,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            Listing listing = new Output(surroundings, json)
                    .listing(
                            TABLE,
                            "Nobody is signed in. Sign one in with: porchlight session open USER --version 6.4.0");
            if (user == null) {
                Pages.ofUsers(server, users -> listing.page(all(server, users)));
            } else {
                listing.page(of(server, user));
            }
            listing.end();
        }
        return 0;
    }

    private static List<JsonNode> all(Remote server, JsonNode users) {
        List<JsonNode> sessions = new ArrayList<>();
        users.forEach(user -> sessions.addAll(of(server, user.path("id").asText())));
        return sessions;
    }

    private static List<JsonNode> of(Remote server, String user) {
        JsonNode answer =
                server.to("list the sessions of " + user).get("/v1/users/" + Remote.segment(user) + "/sessions");
        List<JsonNode> sessions = new ArrayList<>();
        for (JsonNode session : answer.path("sessions")) {
            sessions.add(((ObjectNode) session).put("user_id", user));
        }
        return sessions;
    }
}
