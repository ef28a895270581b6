package dev.porchlight.emulator;

import dev.porchlight.wire.ClaimRequest;
import dev.porchlight.wire.DeclarationRequest;
import dev.porchlight.wire.PresenceStatusReply;
import dev.porchlight.wire.SessionRequest;
import java.time.Duration;
import java.util.List;

/** A user of the account: what the person and the person's clients do, as opposed to what the tested program does. */
public final class Person {
    /** A client of today, whose status may be changed from any to any. */
    public static final String CURRENT_VERSION = "6.2.0";

    private static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final String id;
    private final Wire wire;

    Person(String id, Wire wire) {
        this.id = id;
        this.wire = wire;
    }

    public String id() {
        return id;
    }

    /** A token of this user's own, with these scopes: {@code me} is this user. */
    public String token(String... scopes) {
        return wire.token(id, List.of(scopes));
    }

    /** Signs a client in, for a day: without one, Zoom refuses every update. */
    public Person signIn() {
        return signIn(CURRENT_VERSION);
    }

    /** The same with a client of another version; one below 5.3.0 allows fewer changes. */
    public Person signIn(String version) {
        return signIn("desktop", version, true);
    }

    /**
     * Signs in a client, or renews it.
     *
     * @param platform desktop or mobile, which is the client's name, too
     * @param active whether somebody is at it; a user with none is Away
     */
    public Person signIn(String platform, String version, boolean active) {
        wire.put(
                sessions() + Wire.encoded(platform),
                new SessionRequest(platform, version, active ? "active" : "idle", (int) LONGEST_LEASE.toSeconds()));
        return this;
    }

    /** Signs the client of that platform out. */
    public Person signOut(String platform) {
        wire.delete(sessions() + Wire.encoded(platform));
        return this;
    }

    /** Sets the status as the person would in the client: no minute has to pass. */
    public Person declare(String status) {
        wire.put(path("/v1/users/", "/declaration"), new DeclarationRequest(status, null));
        return this;
    }

    /** Joins a meeting, takes a call: what calendar, meeting and phone report, until {@link #release}. */
    public Person claim(String source, String status) {
        wire.put(path("/v1/users/", "/claims/") + Wire.encoded(source), new ClaimRequest(status, null, null));
        return this;
    }

    /** Ends what that source has reported. */
    public Person release(String source) {
        wire.delete(path("/v1/users/", "/claims/") + Wire.encoded(source));
        return this;
    }

    /** What everybody sees, spelled as Zoom's GET does. */
    public String status() {
        return wire.get(path("/v2/users/", "/presence_status"), PresenceStatusReply.class)
                .status();
    }

    private String sessions() {
        return path("/v1/users/", "/sessions/");
    }

    private String path(String before, String after) {
        return before + Wire.encoded(id) + after;
    }
}
