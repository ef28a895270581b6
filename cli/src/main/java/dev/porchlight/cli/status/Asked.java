package dev.porchlight.cli.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reason;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.QueryReply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Statuses of some users, from a server that can be asked for many at once or from one that cannot. */
final class Asked {
    static final String ME = "me";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> found = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private Asked() {}

    static Asked of(PresenceClient client, List<String> users, Complaint complaint) {
        Asked asked = new Asked();
        if (client.isZoom()) {
            users.forEach(user -> asked.one(user, () -> client.get(user), complaint));
            return asked;
        }
        List<String> others = users.stream().filter(user -> !user.equals(ME)).toList();
        if (others.size() < users.size()) {
            asked.one(ME, () -> client.why(ME), complaint);
        }
        if (!others.isEmpty()) {
            QueryReply reply = get("read " + String.join(", ", others), complaint, () -> client.query(others));
            reply.users().forEach(status -> asked.found.add(node(status)));
            asked.unknown.addAll(reply.unknown());
        }
        return asked;
    }

    /** Runs a request, and complains in words. */
    static <T> T get(String purpose, Complaint complaint, Supplier<T> request) {
        try {
            return request.get();
        } catch (PresenceException e) {
            throw complaint.of(purpose, e.error());
        }
    }

    /** What the wire says of a record. */
    static ObjectNode node(Record reply) {
        try {
            return (ObjectNode) JSON.readTree(Json.text(reply));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is written as an object", e);
        }
    }

    List<JsonNode> found() {
        return found;
    }

    /** Fails for those who are not there. */
    void requireAll() {
        if (!unknown.isEmpty()) {
            throw new Failure(
                    "There is no user " + String.join(", ", unknown) + ".",
                    "On a Porchlight server, see who there is with: porchlight user list");
        }
    }

    private void one(String user, Supplier<? extends Record> request, Complaint complaint) {
        try {
            ObjectNode status = node(request.get());
            status.remove("why");
            if (!status.has("user")) {
                status.put("user", user);
            }
            found.add(status);
        } catch (PresenceException e) {
            if (e.error() instanceof PresenceError.Refused refused && refused.reason() == Reason.UNKNOWN_USER) {
                unknown.add(user);
            } else {
                throw complaint.of("read the status of " + user, e.error());
            }
        }
    }
}
