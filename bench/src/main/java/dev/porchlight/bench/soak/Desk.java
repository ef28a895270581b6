package dev.porchlight.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's client whose WebSocket is its session's lease. It is cut off and comes back, within the grace or after it. */
final class Desk implements Runnable {
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final Shared shared;
    private final Requests requests;
    private final Person person;
    private final SplittableRandom dice;
    private String token = "";

    Desk(Shared shared, Requests requests, Person person, SplittableRandom dice) {
        this.shared = shared;
        this.requests = requests;
        this.person = person;
        this.dice = dice;
    }

    @Override
    public void run() {
        try {
            while (!shared.over && !shared.calm) {
                signedIn();
                // Half of them are back within the grace.
                shared.pause(dice.nextInt(60_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signedIn() throws InterruptedException {
        try {
            if (token.isEmpty()) {
                token = made();
            }
        } catch (IOException outage) {
            return;
        }
        Lifeline.Renewal renewal = person.desk().begin(shared.clock.instant(), LEASE);
        try {
            String body = "{\"platform\":\"desktop\",\"version\":\"6.0\",\"state\":\"active\",\"lease\":90}";
            int status = requests.send("PUT", "/v1/users/" + person.id() + "/sessions/desk", body);
            if (status != 200) {
                throw new IOException("status " + status);
            }
            person.desk().done(renewal, shared.clock.instant());
        } catch (IOException unknown) {
            person.desk().unknown(renewal, shared.clock.instant());
            return;
        }
        connected();
    }

    private void connected() throws InterruptedException {
        Instant begun = shared.clock.instant();
        Instant alive = begun;
        try (Peer peer = new Peer(shared.ground.uri(), token, "?session=desk")) {
            person.desk().hold();
            long until = System.nanoTime() + dice.nextInt(5_000, 60_000) * 1_000_000L;
            while (!shared.over && (shared.calm || System.nanoTime() < until)) {
                alive = shared.clock.instant();
                peer.next(LOOK);
            }
            alive = shared.clock.instant();
            peer.cut();
        } catch (Peer.Closed closed) {
            if (closed.code() / 100 == 44) {
                shared.wrong("a client was sent away for good: " + closed.getMessage());
            }
        } catch (IOException broken) {
            shared.pause(1);
        }
        ended(begun, alive);
    }

    /** After an outage nobody told the server of the end, so the lease may run on from the last sign of life. */
    private void ended(Instant begun, Instant alive) {
        Lifeline desk = person.desk();
        Instant now = shared.clock.instant();
        Lifeline.Renewal grace = desk.begin(alive, GRACE);
        if (shared.down || shared.lastOutage.isAfter(begun)) {
            desk.unknown(grace, now);
            desk.unknown(desk.begin(begun, LEASE), now);
        } else {
            desk.done(grace, now);
        }
        desk.letGo();
    }

    private String made() throws IOException, InterruptedException {
        String body = "{\"user\":\"" + person.id() + "\",\"scopes\":[\"user:read\",\"user:write\"]}";
        Matcher made = TOKEN.matcher(requests.sent("POST", "/v1/tokens", body));
        if (!made.find()) {
            throw new IOException("no token");
        }
        return made.group(1);
    }
}
