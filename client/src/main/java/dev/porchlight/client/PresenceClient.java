package dev.porchlight.client;

import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.http.Ask;
import dev.porchlight.client.http.Caller;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.time.Backoff;
import dev.porchlight.client.update.Fate;
import dev.porchlight.client.update.Lanes;
import dev.porchlight.client.update.Status;
import dev.porchlight.client.update.StatusUpdate;
import dev.porchlight.client.watch.Door;
import dev.porchlight.client.watch.Watch;
import dev.porchlight.client.watch.WatchListener;
import dev.porchlight.wire.ClaimRequest;
import dev.porchlight.wire.DeclarationRequest;
import dev.porchlight.wire.HistoryReply;
import dev.porchlight.wire.PresenceReply;
import dev.porchlight.wire.PresenceStatusReply;
import dev.porchlight.wire.QueryReply;
import dev.porchlight.wire.QueryRequest;
import dev.porchlight.wire.SessionListReply;
import dev.porchlight.wire.SessionReply;
import dev.porchlight.wire.SessionRequest;
import dev.porchlight.wire.StatusReply;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Presence at a Porchlight server or at Zoom. Users are named by id, e-mail address or, with a user's own token, {@code me}.
 * Calls wait for the answer and throw a {@link PresenceException}, whose error is one of a closed family; {@link #set} answers
 * with a future, since an update may have to wait for its minute. Safe for many threads.
 */
public final class PresenceClient implements AutoCloseable {
    private static final String ZOOM = "https://api.zoom.us";
    private static final int MAX_QUERY = 1000;

    private final HttpClient http;
    private final Caller caller;
    private final Lanes lanes;
    private final Door door;
    private final AccessTokens tokens;
    private final Backoff backoff;
    private final boolean isZoom;

    PresenceClient(
            HttpClient http,
            Caller caller,
            Lanes lanes,
            Door door,
            AccessTokens tokens,
            Backoff backoff,
            boolean isZoom) {
        this.http = http;
        this.caller = caller;
        this.lanes = lanes;
        this.door = door;
        this.tokens = tokens;
        this.backoff = backoff;
        this.isZoom = isZoom;
    }

    /**
     * For a Porchlight server, or for Zoom where the host is one of Zoom's.
     *
     * @param base such as {@code http://127.0.0.1:8484}
     */
    public static PresenceClientBuilder at(URI base) {
        return new PresenceClientBuilder(base);
    }

    /** For Zoom. */
    public static PresenceClientBuilder zoom() {
        return at(URI.create(ZOOM));
    }

    /**
     * Sets a status, at most once a minute for each user: within the minute an update is held, a newer one takes its place, and
     * the newest is sent when the minute is over.
     *
     * @return what became of it; it completes with an exception only for a mistake in this client
     */
    public CompletableFuture<Fate> set(String user, StatusUpdate update) {
        return lanes.offer(user, update);
    }

    public CompletableFuture<Fate> set(String user, Status status) {
        return set(user, StatusUpdate.of(status));
    }

    /** The status as others see it. */
    public PresenceStatusReply get(String user) {
        return caller.send(Ask.get(path("/v2", user, "presence_status")), PresenceStatusReply.class);
    }

    /** The statuses of any number of users, a thousand a request. Unknown ones are named in the answer. */
    public QueryReply query(Collection<String> users) {
        onPorchlight("ask for many users at once");
        List<String> all = List.copyOf(users);
        List<StatusReply> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MAX_QUERY) {
            QueryRequest some = new QueryRequest(all.subList(from, Math.min(all.size(), from + MAX_QUERY)));
            QueryReply reply = caller.send(Ask.post("/v1/presence/query", some), QueryReply.class);
            known.addAll(reply.users());
            unknown.addAll(reply.unknown());
        }
        return new QueryReply(known, unknown);
    }

    /** The status, and how it came about. */
    public PresenceReply why(String user) {
        onPorchlight("ask why");
        return caller.send(Ask.get(path("/v1", user, "presence")), PresenceReply.class);
    }

    /**
     * The changes of a time, oldest first, a thousand at most.
     *
     * @param from null for a day before the end
     * @param to exclusive; null for now
     */
    public HistoryReply history(String user, @Nullable Instant from, @Nullable Instant to) {
        onPorchlight("ask for the history");
        String start = from == null ? "" : "&from=" + from;
        String end = to == null ? "" : "&to=" + to;
        String query = (start + end).replaceFirst("&", "?");
        return caller.send(Ask.get(path("/v1", user, "history") + query), HistoryReply.class);
    }

    /** Signs a client of a user in, or renews its lease. */
    public SessionReply signIn(String user, String session, SessionRequest request) {
        onPorchlight("sign clients in");
        return caller.send(Ask.put(path("/v1", user, "sessions", session), request), SessionReply.class);
    }

    public void signOut(String user, String session) {
        onPorchlight("sign clients out");
        caller.send(Ask.delete(path("/v1", user, "sessions", session)));
    }

    public SessionListReply sessions(String user) {
        onPorchlight("list sessions");
        return caller.send(Ask.get(path("/v1", user, "sessions")), SessionListReply.class);
    }

    /**
     * Reports what a source, such as a calendar, knows of a user.
     *
     * @param request with an end where there is one: one given in minutes begins anew when a lost answer makes the client ask
     *     again
     */
    public void claim(String user, String source, ClaimRequest request) {
        onPorchlight("claim");
        caller.send(Ask.put(path("/v1", user, "claims", source), request));
    }

    public void release(String user, String source) {
        onPorchlight("release claims");
        caller.send(Ask.delete(path("/v1", user, "claims", source)));
    }

    /** Sets the status as the user's own client does, without the minute. Needs the user's own token or an administrator's. */
    public void declare(String user, StatusUpdate update) {
        onPorchlight("declare without the minute");
        DeclarationRequest request = new DeclarationRequest(update.status().spelling(), update.minutes());
        caller.send(Ask.put(path("/v1", user, "declaration"), request));
    }

    /** Takes the declaration back. */
    public void withdraw(String user) {
        onPorchlight("withdraw a declaration");
        caller.send(Ask.delete(path("/v1", user, "declaration")));
    }

    /** Watches up to 5000 users, until it is closed. */
    public Watch watch(Collection<String> users, WatchListener listener) {
        onPorchlight("watch");
        return Watch.begin(door, tokens, caller.time(), backoff, listener, users);
    }

    /** Whether this speaks to Zoom, which has no more than {@link #set} and {@link #get}. */
    public boolean isZoom() {
        return isZoom;
    }

    /** Refuses the updates that wait, and breaks what is under way. Watches are closed by whoever has them. */
    @Override
    public void close() {
        lanes.close();
        http.shutdownNow();
    }

    private void onPorchlight(String what) {
        if (isZoom) {
            throw new PresenceException(
                    new PresenceError.NotOnZoom("Zoom's API has no way to " + what + "; a Porchlight server has."));
        }
    }

    private static String path(String surface, String user, String... more) {
        StringBuilder path = new StringBuilder(surface).append("/users/").append(Ask.segment(user));
        for (String segment : more) {
            path.append('/').append(Ask.segment(segment));
        }
        return path.toString();
    }
}
