package dev.porchlight.emulator;

import dev.porchlight.server.DevSettings;
import dev.porchlight.server.DevSettings.DevApp;
import dev.porchlight.server.Settings;
import dev.porchlight.wire.EventSubscriptionRequest;
import dev.porchlight.wire.NewEventSubscriptionReply;
import dev.porchlight.wire.dev.RecordedRequest;
import dev.porchlight.wire.dev.RequestListReply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A presence server inside a test: it answers as Zoom does, on a free port of this machine, with everything in memory. What
 * it is told here goes the way that requests of any other program go, so another language can do the same over HTTP.
 *
 * <p>Safe for many threads. One of them moving the clock or resetting moves it for all.
 */
public final class Porchlight implements AutoCloseable {
    /** Whose tokens and users these are: the {@code account_id} of a server-to-server app. */
    public static final String ACCOUNT_ID = "default";

    /** The client id of the app that is ready from the start. */
    public static final String CLIENT_ID = "porchlight-test";

    /** The secret of that app. */
    public static final String CLIENT_SECRET = "porchlight-test-secret";

    private static final String ADMIN = "the-administrator-of-an-emulator-in-a-test";

    private final dev.porchlight.server.Porchlight server;
    private final Wire wire;
    private volatile World world;
    private final Clock clock;

    private Porchlight(World world) {
        Settings settings = Settings.defaults()
                .withPort(0)
                .withEventLoops(1)
                .withDrain(Duration.ZERO)
                .withAdminToken(ADMIN)
                .withRates(world.rates())
                .withDev(new DevSettings(true, true, List.of(new DevApp(CLIENT_ID, CLIENT_SECRET))));
        this.world = world;
        this.server = dev.porchlight.server.Porchlight.start(
                settings.withWebhooks(settings.webhooks().withPrivateTargets(true)));
        this.wire = new Wire(URI.create(server.uri()), server.operatorToken());
        this.clock = new Clock(wire);
        world.build(this);
    }

    /** Starts one with nobody in it. */
    public static Porchlight start() {
        return start(new World());
    }

    /** Starts one with what the world says, which each reset brings back. */
    public static Porchlight start(Consumer<World> world) {
        World built = new World();
        world.accept(built);
        return start(built);
    }

    static Porchlight start(World world) {
        return new Porchlight(world);
    }

    /** Where it answers: put it in place of {@code https://api.zoom.us}, and of {@code https://zoom.us} for tokens. */
    public URI uri() {
        return wire.base();
    }

    /** A token of a server-to-server app with every scope. */
    public String token() {
        return ADMIN;
    }

    /** A token of a server-to-server app with these scopes. */
    public String token(String... scopes) {
        return wire.token(null, List.of(scopes));
    }

    /** Somebody who is there, by id. Nothing is asked of the server before something is asked of the person. */
    public Person user(String id) {
        return new Person(id, wire);
    }

    /** Adds somebody, with the address {@code ID@example.com}, signed in with no client. */
    public Person addUser(String id) {
        return addUser(id, id + "@example.com");
    }

    public Person addUser(String id, String email) {
        wire.addUser(id, email);
        return user(id);
    }

    /** What time it is for the server. */
    public Clock clock() {
        return clock;
    }

    /**
     * Subscribes a receiver of the test's, for all users, to these events. It is asked for a proof first, before this returns
     * or soon after.
     *
     * @param url on this machine, http or https
     * @param secret that what it is sent is signed with
     * @return the subscription's id
     */
    public String subscribe(URI url, String secret, String... events) {
        return wire.post(
                        "/v2/marketplace/app/event_subscription",
                        new EventSubscriptionRequest(
                                List.of(events), "test", url.toString(), "account", ACCOUNT_ID, null, secret),
                        NewEventSubscriptionReply.class)
                .eventSubscriptionId();
    }

    /** A receiver that is subscribed to these events. The caller closes it. */
    public Webhooks receive(String... events) {
        Webhooks receiver = new Webhooks();
        subscribe(receiver.uri(), receiver.secret(), events);
        return receiver;
    }

    /** Lets requests go wrong, from now on. */
    public void fail(Fault fault) {
        wire.post("/_dev/faults", fault.request());
    }

    /** What arrived since the start or the last reset, oldest first: the newest thousand, without the secrets in it. */
    public List<RecordedRequest> requests() {
        return wire.get("/_dev/requests", RequestListReply.class).requests();
    }

    /** What arrived with this method and path. */
    public List<RecordedRequest> requests(String method, String path) {
        return requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .toList();
    }

    /** Everything as it was at the start: users, clients, tokens, clock, faults, requests. Watchers are sent away. */
    public void reset() {
        beginWith(world);
    }

    /** A reset into another world, whose limits must be the same. */
    void beginWith(World other) {
        world = other;
        wire.post("/_dev/reset");
        other.build(this);
    }

    @Override
    public void close() {
        wire.close();
        server.close();
    }
}
