package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Surroundings;
import java.time.Duration;

/** A session that this program holds for a user. */
public final class Lease {
    private final Remote server;
    private final String path;
    private final String user;
    private final JsonNode client;

    /**
     * A session that is not open yet.
     *
     * @param client the body that signs it in
     */
    public Lease(Remote server, String user, String session, JsonNode client) {
        this.server = server;
        this.user = user;
        this.path = "/v1/users/" + Remote.segment(user) + "/sessions/" + Remote.segment(session);
        this.client = client;
    }

    /** Signs in, or renews. */
    public JsonNode renew() {
        return server.to("sign " + user + " in").put(path, client);
    }

    /** Signs out. */
    public void end() {
        server.to("sign " + user + " out").delete(path);
    }

    /** Renews three times in each lease until the command is stopped, then signs out. */
    void keep(Duration lease, Surroundings surroundings) {
        try (Closing closing = new Closing()) {
            closing.add(server::close);
            closing.add(this::end);
            closing.add(Repeated.every(lease.dividedBy(3), this::renew, surroundings)::stop);
            surroundings.stop().arm(closing);
            surroundings.stop().await();
        }
    }
}
