package dev.porchlight.cli.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.profile.store.Profile;
import dev.porchlight.cli.profile.store.Profiles;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.oauth.Grant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code porchlight profiles}: the servers that were signed in to, without the secrets. */
@Command(
        name = "profiles",
        description = "List the servers that you have signed in to.",
        footer = {"  porchlight profiles", "  porchlight profiles --json"})
public final class ListProfiles implements Callable<Integer> {
    private static final List<Column> TABLE = List.of(
            Column.of("PROFILE", "name"),
            Column.of("SERVER", "url"),
            Column.of("AS", "kind"),
            Column.of("SCOPE", "scope"));

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ListProfiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Profiles profiles = new Profiles(surroundings);
        Listing listing = new Output(surroundings, json)
                .listing(TABLE, "None yet. Make one with: porchlight login --profile NAME --url URL");
        listing.page(profiles.all().stream().<JsonNode>map(ListProfiles::line).toList());
        listing.end();
        return 0;
    }

    static ObjectNode line(Profile profile) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("name", profile.name());
        line.put("url", profile.url().toString());
        line.put("kind", profile.means().kind());
        Grant grant = profile.grant();
        if (grant != null && grant.scope() != null) {
            line.put("scope", grant.scope());
        }
        return line;
    }
}
