package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.remote.Errand;
import dev.porchlight.cli.remote.Remote;
import java.util.function.Consumer;

/** Reads all users of an account, page by page. */
public final class Pages {
    private static final int SIZE = 2000;

    private Pages() {}

    /** Hands over one page of users after the other. */
    public static void ofUsers(Remote server, Consumer<JsonNode> each) {
        Errand errand = server.to("list the users");
        String next = "";
        do {
            String from = next.isEmpty() ? "" : "&next_page_token=" + Remote.segment(next);
            JsonNode page = errand.get("/v2/users?page_size=" + SIZE + from);
            each.accept(page.path("users"));
            next = page.path("next_page_token").asText("");
        } while (!next.isEmpty());
    }
}
