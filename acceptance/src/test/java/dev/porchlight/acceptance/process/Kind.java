package dev.porchlight.acceptance.process;

import dev.porchlight.wire.PresenceReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The kinds of updates. Each carries its number in what it sets, so that a presence tells the last one that reached it. */
enum Kind {
    CLAIM {
        @Override
        Reply send(Connection server, String user, String writer, long number) throws IOException {
            return server.put(
                    "/v1/users/" + user + "/claims/" + writer,
                    "{\"status\":\"" + of(number, "In_A_Zoom_Meeting", "In_Calendar_Event", "On_A_Call")
                            + "\",\"until\":\"" + BASE.plusSeconds(number) + "\"}");
        }

        @Override
        boolean isShown(PresenceReply presence, String writer, long number) {
            return presence.why().claims().stream()
                    .filter(claim -> claim.source().equals(writer))
                    .anyMatch(claim -> BASE.plusSeconds(number).equals(claim.until()));
        }
    },

    SESSION {
        @Override
        Reply send(Connection server, String user, String writer, long number) throws IOException {
            return server.put(
                    "/v1/users/" + user + "/sessions/" + writer,
                    "{\"platform\":\"desktop\",\"version\":\"6.0." + number + "\",\"state\":\""
                            + of(number, "active", "idle") + "\"," + Connection.LEASE + "}");
        }

        @Override
        boolean isShown(PresenceReply presence, String writer, long number) {
            return presence.why().sessions().stream()
                    .filter(session -> session.sessionId().equals(writer))
                    .anyMatch(session -> session.version().equals("6.0." + number));
        }
    },

    /** Every other one is a Do_Not_Disturb, whose duration is the number; none of them ends while a test runs. */
    DECLARATION {
        @Override
        Reply send(Connection server, String user, String writer, long number) throws IOException {
            return server.exchange(
                    "PUT",
                    "/v2/users/" + user + "/presence_status",
                    "application/x-www-form-urlencoded",
                    "status=" + status(number) + "&duration=" + minutes(number));
        }

        @Override
        boolean isShown(PresenceReply presence, String writer, long number) {
            PresenceReply.DeclarationLine declaration = presence.why().declaration();
            return declaration != null
                    && declaration.status().equals(status(number))
                    && (number % 2 == 0
                            || Duration.ofMinutes(minutes(number))
                                    .equals(Duration.between(declaration.since(), declaration.until())));
        }
    };

    private static final Instant BASE = Instant.parse("2100-01-01T00:00:00Z");

    /** Sends the writer's update of that number, from 1 on. */
    abstract Reply send(Connection server, String user, String writer, long number) throws IOException;

    /** Whether that update was the writer's last one to reach the presence. */
    abstract boolean isShown(PresenceReply presence, String writer, long number);

    private static String status(long number) {
        return number % 2 == 0 ? of(number / 2, "Available", "Busy", "Presenting", "Away") : "Do_Not_Disturb";
    }

    private static long minutes(long number) {
        return 600 + number % 800;
    }

    private static String of(long number, String... choices) {
        return choices[(int) (number % choices.length)];
    }
}
