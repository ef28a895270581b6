package dev.porchlight.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.command.JsonOption;
import dev.porchlight.cli.command.UserText;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.PresenceClient;
import dev.porchlight.wire.HistoryReply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight status}: sets, reads and watches presence, at a Porchlight server or at Zoom. */
@Command(
        name = "status",
        description = {
            "Set, read and watch the statuses of users.",
            "Against Zoom (--url https://api.zoom.us, or a profile) there are set and get."
        },
        footer = {
            "  porchlight status set Do_Not_Disturb --duration 30 --user ada",
            "  porchlight status get ada bob@example.com",
            "  porchlight status watch",
            "  porchlight status why ada"
        })
public final class Statuses {
    static final String VERBOSE = "When it fails, print the reply's headers, too.";

    private static final List<Column> TABLE = List.of(
            Column.of("USER", "user"),
            Column.of("STATUS", "status"),
            Column.time("SINCE", "since"),
            new Column("UNTIL", Statuses::until));

    private static final List<Column> CHANGES = List.of(
            Column.time("AT", "at"),
            Column.of("STATUS", "status"),
            Column.of("BEFORE", "before"),
            Column.time("UNTIL", "until"),
            Column.of("CAUSE", "cause"),
            Column.of("OF", "subject"),
            Column.of("BY", "by"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Statuses(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = {
                "Set a user's status, as an app does: at most once a minute.",
                "It prints what Zoom's own sample prints when it fails, and the next step."
            },
            footer = {
                "  porchlight status set Away",
                "  porchlight status set Do_Not_Disturb --duration 30 --user ada@example.com",
                "  porchlight status set Available --user ada --wait      # for the minute to be over"
            })
    int set(@Mixin SetStatus update, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            update.at(server, surroundings);
        }
        return 0;
    }

    @Command(
            description = "Show the statuses of users; of oneself when none is named.",
            footer = {
                "  porchlight status get ada bob@example.com",
                "  porchlight status get ada --json | jq -r '.[].status'"
            })
    int get(
            @Parameters(paramLabel = "USER", arity = "0..*", description = UserText.HELP) @Nullable List<String> users,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Option(names = "--verbose", description = VERBOSE) boolean verbose,
            @Mixin TargetOptions target) {
        List<String> named = users == null || users.isEmpty() ? List.of(Asked.ME) : users;
        try (Remote server = finder.existing(target);
                PresenceClient client = server.presence().build()) {
            Asked asked = Asked.of(client, named, new Complaint(verbose, json));
            Listing listing = new Output(surroundings, json).listing(TABLE, "");
            listing.page(asked.found());
            listing.end();
            asked.requireAll();
        }
        return 0;
    }

    @Command(
            description = {
                "Watch statuses as they change, until Ctrl-C.",
                "On a terminal a table that is always current; in a pipe a line for each change. It comes back by itself when"
                        + " the server was away."
            },
            footer = {
                "  porchlight status watch",
                "  porchlight status watch ada bob@example.com",
                "  porchlight status watch --json | jq -r '.user + \" \" + .status'"
            })
    int watch(
            @Parameters(
                            paramLabel = "USER",
                            arity = "0..*",
                            description =
                                    "The users' ids or e-mail addresses; all users of the account when none is named.")
                    @Nullable
                    List<String> users,
            @Option(names = "--json", description = "Print a JSON object a line, on a terminal too.") boolean json,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            new Watching(surroundings, server, json).run(users == null ? List.of() : users);
        }
        return 0;
    }

    @Command(
            description = "Show who or what set which status when; of the last 24 hours unless said otherwise.",
            footer = {
                "  porchlight status history ada",
                "  porchlight status history ada --from 2026-03-27T00:00:00Z --to 2026-03-28T00:00:00Z"
            })
    int history(
            @Parameters(paramLabel = "USER", description = UserText.HELP) String user,
            @Option(
                            names = "--from",
                            paramLabel = "INSTANT",
                            description = "The first instant, such as 2026-03-27T04:00:00Z.")
                    @Nullable
                    Instant from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "The first instant that does not count.")
                    @Nullable
                    Instant to,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Option(names = "--verbose", description = VERBOSE) boolean verbose,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target);
                PresenceClient client = server.presence().build()) {
            HistoryReply history = Asked.get(
                    "read the history of " + user, new Complaint(verbose, json), () -> client.history(user, from, to));
            Listing listing = new Output(surroundings, json).listing(CHANGES, "No changes in that time.");
            listing.page(history.changes().stream().<JsonNode>map(Asked::node).toList());
            listing.end();
        }
        return 0;
    }

    @Command(
            description =
                    "Show how a user's status came about: sessions, claims, the declaration, and which of them won.",
            footer = {"  porchlight status why ada", "  porchlight status why ada --json"})
    int why(
            @Parameters(paramLabel = "USER", description = UserText.HELP) String user,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Option(names = "--verbose", description = VERBOSE) boolean verbose,
            @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target);
                PresenceClient client = server.presence().build()) {
            JsonNode why = Asked.node(Asked.get(
                    "say why " + user + " has that status", new Complaint(verbose, json), () -> client.why(user)));
            new Output(surroundings, json).details(why, UserText.why(why));
        }
        return 0;
    }

    /** The end, by whichever name the server calls it. */
    private static String until(JsonNode status) {
        return Column.time(status.path("until").asText(status.path("end_time").asText("")));
    }
}
