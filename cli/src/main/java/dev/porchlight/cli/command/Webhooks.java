package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight webhook}: how the subscriptions of an account fare. */
@Command(
        name = "webhook",
        description = "See how webhooks fare, and send again what could not be delivered.",
        footer = {
            "  porchlight webhook list",
            "  porchlight webhook log ID",
            "  porchlight webhook parked ID",
            "  porchlight webhook send ID --all"
        })
public final class Webhooks {
    private static final String ID_HELP = "The subscription's id, as webhook list shows it.";

    private static final List<Column> TABLE = List.of(
            Column.of("ID", "id"),
            Column.of("STATE", "state"),
            Column.of("WAITING", "waiting"),
            Column.of("PARKED", "parked"),
            Column.of("NAME", "name"),
            Column.of("URL", "url"));

    private static final List<Column> LOG = List.of(
            Column.time("AT", "at"),
            Column.of("NUMBER", "number"),
            Column.of("EVENT", "event"),
            Column.of("USER", "user"),
            Column.of("STATUS", "status"),
            Column.of("MS", "millis"),
            Column.of("NOTE", "note"));

    private static final List<Column> PARKED = List.of(
            Column.of("NUMBER", "number"),
            Column.time("AT", "at"),
            Column.of("EVENT", "event"),
            Column.of("USER", "user"),
            Column.of("TRIES", "attempts"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Webhooks(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = "List the subscriptions of the account.",
            footer = {"  porchlight webhook list"})
    int list(@Option(names = "--json", description = JsonOption.HELP) boolean json, @Mixin TargetOptions target) {
        return print(target, json, TABLE, "No webhooks.", "/v1/webhooks", "webhooks");
    }

    @Command(
            description = "Print the last tries to send something to a subscriber, newest first.",
            footer = {"  porchlight webhook log ID"})
    int log(
            @Parameters(paramLabel = "ID", description = ID_HELP) String id,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        return print(target, json, LOG, "Nothing was sent yet.", path(id, "attempts"), "attempts");
    }

    @Command(
            description = "List deliveries that were given up.",
            footer = {"  porchlight webhook parked ID"})
    int parked(
            @Parameters(paramLabel = "ID", description = ID_HELP) String id,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        return print(target, json, PARKED, "Nothing is parked.", path(id, "parked"), "parked");
    }

    @Command(
            description = "Send a parked delivery again, or with --all every one.",
            footer = {"  porchlight webhook send ID 17", "  porchlight webhook send ID --all"})
    int send(
            @Parameters(index = "0", paramLabel = "ID", description = ID_HELP) String id,
            @Parameters(index = "1", paramLabel = "NUMBER", arity = "0..1", description = "The delivery's number.")
                    @Nullable
                    Long number,
            @Option(names = "--all", description = "Every parked delivery.") boolean all,
            @Mixin TargetOptions target) {
        if (all == (number != null)) {
            throw new Failure("Give either the NUMBER of a delivery, or --all.", "");
        }
        try (Remote server = finder.existing(target)) {
            long sent = number == null ? sendAll(server, id) : sendOne(server, id, number);
            surroundings.out().println(sent == 1 ? "1 delivery waits again." : sent + " deliveries wait again.");
        }
        return 0;
    }

    @Command(
            description = "Enable a disabled subscription: its receiver is asked to prove itself at once.",
            footer = {"  porchlight webhook enable ID"})
    int enable(@Parameters(paramLabel = "ID", description = ID_HELP) String id, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            server.to("enable the webhook " + id).post(path(id, "enable"), new Body().json());
            surroundings
                    .out()
                    .println("The receiver of " + id + " is asked to prove itself. See: porchlight webhook log " + id);
        }
        return 0;
    }

    /** Each once: what is parked again meanwhile is not sent over and over. */
    private static long sendAll(Remote server, String id) {
        long sent = 0;
        long last = 0;
        JsonNode page = parked(server, id, last);
        while (!page.isEmpty()) {
            for (JsonNode parked : page) {
                last = parked.path("number").asLong();
                sent += sendOne(server, id, last);
            }
            page = parked(server, id, last);
        }
        return sent;
    }

    private static JsonNode parked(Remote server, String id, long after) {
        return server.to("list what is parked")
                .get(path(id, "parked?after=" + after))
                .path("parked");
    }

    private static int sendOne(Remote server, String id, long number) {
        server.to("send delivery " + number + " again")
                .post(path(id, "parked") + "/" + number + "/send", new Body().json());
        return 1;
    }

    private int print(
            TargetOptions target, boolean json, List<Column> columns, String whenEmpty, String path, String field) {
        try (Remote server = finder.existing(target)) {
            Listing listing = new Output(surroundings, json).listing(columns, whenEmpty);
            listing.page(server.to("look at webhooks").get(path).path(field));
            listing.end();
        }
        return 0;
    }

    private static String path(String id, String what) {
        return "/v1/webhooks/" + Remote.segment(id) + "/" + what;
    }
}
