package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.terminal.Column;
import java.util.ArrayList;
import java.util.List;

/** A user and the user's presence in words. */
public final class UserText {
    public static final String HELP = "The user's id or e-mail address.";

    private UserText() {}

    /** The lines of {@code {"user":…,"presence":…}}. */
    static List<Column> lines(JsonNode shown) {
        JsonNode user = shown.path("user");
        List<Column> lines = new ArrayList<>();
        add(lines, "e-mail", user.path("email").asText());
        add(lines, "id", user.path("id").asText());
        add(lines, "name", user.path("display_name").asText());
        add(lines, "created", Column.time(user.path("created_at").asText()));
        lines.addAll(why(shown.path("presence")));
        return lines;
    }

    /** The lines of a presence: the status, and how it came about. */
    public static List<Column> why(JsonNode presence) {
        JsonNode why = presence.path("why");
        List<Column> lines = new ArrayList<>();
        add(lines, "status", span(presence));
        add(
                lines,
                "because of",
                why.path("winner").asText() + " (" + why.path("rule").asText() + ")");
        add(lines, "next change", Column.time(why.path("next_change").asText("")));
        for (JsonNode session : why.path("sessions")) {
            add(lines, "session", session(session));
        }
        for (JsonNode claim : why.path("claims")) {
            add(lines, "claim", claim.path("source").asText() + ": " + span(claim));
        }
        if (why.path("declaration").isObject()) {
            JsonNode declaration = why.path("declaration");
            add(
                    lines,
                    "declared",
                    span(declaration) + ", by " + declaration.path("by").asText());
        }
        return lines;
    }

    private static String session(JsonNode session) {
        return session.path("session_id").asText()
                + ": " + session.path("platform").asText()
                + " " + session.path("version").asText()
                + ", " + session.path("state").asText()
                + ", signed in until " + Column.time(session.path("lease_until").asText());
    }

    private static String span(JsonNode entry) {
        String until = Column.time(entry.path("until").asText(""));
        return entry.path("status").asText()
                + " since " + Column.time(entry.path("since").asText())
                + (until.isEmpty() ? "" : " until " + until);
    }

    private static void add(List<Column> lines, String title, String text) {
        lines.add(new Column(title, ignored -> text));
    }
}
