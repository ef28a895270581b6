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

/** {@code porchlight account}: the tenants of a server, for its operator. */
@Command(
        name = "account",
        description = "Add and list accounts. Users of one never see those of another.",
        footer = {
            "  porchlight account add acme --name 'Acme Corporation'",
            "  porchlight account list",
            "  porchlight user add ada@example.com --account acme"
        })
public final class Accounts {
    private static final List<Column> TABLE =
            List.of(Column.of("ID", "id"), Column.of("NAME", "name"), Column.time("CREATED", "created_at"));

    private final Surroundings surroundings;
    private final Finder finder;

    public Accounts(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.finder = new Finder(surroundings);
    }

    @Command(
            description = "Add an account. Needs the server's folder (--data), not a token.",
            footer = {"  porchlight account add acme --name 'Acme Corporation'"})
    int add(
            @Parameters(paramLabel = "ID", description = "The account's id.") String id,
            @Option(names = "--name", paramLabel = "NAME", description = "Its name; the id, if not given.") @Nullable
                    String name,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin TargetOptions target) {
        Body body = new Body().with("id", id).with("name", name == null ? id : name);
        try (Remote server = finder.orNew(target)) {
            JsonNode added = server.to("add the account " + id).post("/v1/accounts", body.json());
            new Output(surroundings, json).done(added, "Added the account " + id + ".");
        }
        return 0;
    }

    @Command(
            description = "List the accounts. Needs the server's folder (--data), not a token.",
            footer = {"  porchlight account list"})
    int list(@Option(names = "--json", description = JsonOption.HELP) boolean json, @Mixin TargetOptions target) {
        try (Remote server = finder.existing(target)) {
            Listing listing = new Output(surroundings, json).listing(TABLE, "No accounts.");
            listing.page(server.to("list the accounts").get("/v1/accounts").path("accounts"));
            listing.end();
        }
        return 0;
    }
}
