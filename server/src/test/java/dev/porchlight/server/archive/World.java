package dev.porchlight.server.archive;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store with something in every field that an export has, and one with as little as there can be. */
public final class World {
    private static final Instant T = Instant.parse("2026-03-27T04:00:00Z");
    private static final UserKey ADA = new UserKey("default", "ada");
    private static final UserKey BO = new UserKey("acme", "bo");

    private World() {}

    public static MemoryStore filled() {
        MemoryStore store = new MemoryStore();
        List<Written> written =
                store.archive().load(items()).toCompletableFuture().join();
        if (written.stream().anyMatch(answer -> answer != Written.DONE)) {
            throw new IllegalStateException("a world that does not hold: " + written);
        }
        return store;
    }

    /** An archive that no store can hold: two users with one address. */
    public static Archive twins() {
        List<Item> items = List.of(
                new Item.OfAccount(new Account("default", "Default", T)),
                new Item.OfUser(user(ADA, "ada@example.com", User.State.ACTIVE)),
                new Item.OfUser(user(new UserKey("default", "eve"), "ada@example.com", User.State.ACTIVE)));
        return new Archive() {
            @Override
            public void forEach(Consumer<Item> consumer) {
                items.forEach(consumer);
            }

            @Override
            public CompletionStage<List<Written>> load(List<Item> more) {
                throw new UnsupportedOperationException("it is full");
            }
        };
    }

    private static List<Item> items() {
        return List.of(
                new Item.OfAccount(new Account("acme", "Acme \"Corp\"", T)),
                new Item.OfAccount(new Account("default", "Default", T.plusNanos(1))),
                new Item.OfUser(user(BO, "bo@example.org", User.State.INACTIVE)),
                new Item.OfUser(user(ADA, "Ada@Example.com", User.State.ACTIVE)),
                new Item.OfUser(user(new UserKey("default", "zoë"), "zoe@example.com", User.State.ACTIVE)),
                new Item.OfApp(new App("default", "client", "Cal", "hash", scopes("user:write", "user:read"), T)),
                new Item.OfApp(new App(
                        "default",
                        "phone",
                        "Phone",
                        null,
                        scopes("user:read"),
                        App.Kind.USER_AUTHORISED,
                        List.of("http://127.0.0.1/cb"),
                        T)),
                new Item.OfToken(
                        new Token("h1", "default", "ada", "client", "n", scopes("user:read"), T, T.plusSeconds(9))),
                new Item.OfToken(new Token("h2", "acme", null, null, "", scopes("porchlight:admin"), T, null)),
                new Item.OfPassword(new Password(ADA, "$2b$", T)),
                new Item.OfGrant(grant("g1", "ada", new Proof.Code("https://app.example/", "c"), "h1")),
                new Item.OfGrant(grant("g2", "ada", new Proof.Refresh(), null)),
                new Item.OfGrant(grant("g3", null, new Proof.Device("d", Grant.Answer.NONE), null)),
                new Item.OfSubscription(new Subscription(
                        "default",
                        "s1",
                        null,
                        new Subscription.Terms("n", "https://r.example/", scopes("user.signed_in"), scopes("ada")),
                        "secret",
                        new Subscription.Health(Subscription.State.DISABLED, 6, T),
                        T)),
                new Item.OfPresence(presence(), T.plusSeconds(1200)),
                new Item.OfPresence(Presence.none(BO).withRevision(1), null),
                new Item.OfEvent(event(ADA, 6, new Cause(Cause.Kind.API, "", "app:client"))),
                new Item.OfEvent(event(ADA, 7, new Cause(Cause.Kind.SIGNED_OUT, "s1", "user:ada"))),
                new Item.OfReading(new Reading(ADA, T, "user:zoë", T.minusSeconds(9), T.plusNanos(1))));
    }

    private static User user(UserKey key, String email, User.State state) {
        return new User(key.account(), key.user(), email, "Ada\n", "", "日本 🙂", 2, state, T);
    }

    private static Grant grant(String hash, @Nullable String user, Proof proof, @Nullable String issued) {
        return new Grant(hash, "f1", "default", user, "phone", scopes("user:read"), T, T.plusSeconds(9), proof, issued);
    }

    private static SortedSet<String> scopes(String... scopes) {
        return new TreeSet<>(List.of(scopes));
    }

    private static Presence presence() {
        return new Presence(
                ADA,
                7,
                List.of(session("s1", "5.13.3 (12345)", Activity.ACTIVE), session("s2", "4.6.0", Activity.IDLE)),
                List.of(
                        new Claim("calendar", Status.IN_CALENDAR_EVENT, T, T.plusSeconds(60)),
                        new Claim("meeting", Status.IN_A_ZOOM_MEETING, T, null)),
                new Declaration(Status.DO_NOT_DISTURB, T, T.plusSeconds(1200), "app:client"),
                T,
                new Answer(Status.DO_NOT_DISTURB, T, T.plusSeconds(1200)),
                T.plusSeconds(2));
    }

    private static Session session(String id, String version, Activity activity) {
        return new Session(id, "desktop", new ClientVersion(version), activity, T, T.plusMillis(5), T.plusSeconds(90));
    }

    private static PresenceEvent event(UserKey user, long revision, Cause cause) {
        return new PresenceEvent(
                user, revision, new Answer(Status.OUT_OF_OFFICE, T, null), Status.OFFLINE, T.plusSeconds(1), cause);
    }
}
