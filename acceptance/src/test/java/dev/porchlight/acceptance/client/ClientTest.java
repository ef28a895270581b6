package dev.porchlight.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.PresenceClientBuilder;
import dev.porchlight.client.oauth.ClientCredentials;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reason;
import dev.porchlight.client.update.BodyFormat;
import dev.porchlight.client.update.Fate;
import dev.porchlight.client.update.Status;
import dev.porchlight.client.update.StatusUpdate;
import dev.porchlight.client.watch.Watch;
import dev.porchlight.client.watch.WatchListener;
import dev.porchlight.client.watch.WatchState;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import dev.porchlight.wire.ClaimRequest;
import dev.porchlight.wire.HistoryReply;
import dev.porchlight.wire.NewAppReply;
import dev.porchlight.wire.NewTokenReply;
import dev.porchlight.wire.SessionRequest;
import dev.porchlight.wire.StatusReply;
import dev.porchlight.wire.WatchEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the client asks for, a real server answers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientTest {
    /** In place of a minute, so that a test may wait for it. */
    private static final Duration WINDOW = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private Porchlight server;
    private Administrator administrator;
    private PresenceClient client;

    @BeforeEach
    void start() {
        server = serve(0);
        administrator = new Administrator(URI.create(server.uri()));
        administrator.add("ada", "bob");
        client = at().token(Administrator.TOKEN).build();
        client.signIn("ada", "desk", new SessionRequest("desktop", "6.4.0", null, 3600));
    }

    @AfterEach
    void close() {
        client.close();
        administrator.close();
        server.close();
    }

    @Test
    void aStatusIsSetAndReadInBothFormats() {
        for (BodyFormat format : BodyFormat.values()) {
            try (PresenceClient other =
                    at().token(Administrator.TOKEN).updatesAs(format).build()) {
                Status wanted = format == BodyFormat.JSON ? Status.AWAY : Status.IN_A_ZOOM_MEETING;
                assertThat(other.set("ada@example.com", wanted).join()).isInstanceOf(Fate.Sent.class);
                assertThat(Status.of(other.get("ada").status())).contains(wanted);
            }
        }
    }

    @Test
    void aThousandUpdatesAreOneOrTwoRequestsAndTheLastOneWins() {
        List<Status> some = List.of(Status.AWAY, Status.BUSY, Status.PRESENTING, Status.ON_A_CALL);
        List<CompletableFuture<Fate>> fates = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            fates.add(client.set("ada", some.get(number % 4)));
        }
        List<Fate> ends = fates.stream().map(CompletableFuture::join).toList();

        assertThat(ends).noneMatch(fate -> fate instanceof Fate.Refused || fate instanceof Fate.Unclear);
        assertThat(ends.stream().filter(Fate.Sent.class::isInstance)).hasSizeBetween(1, 2);
        assertThat(ends.getLast()).isInstanceOf(Fate.Sent.class);
        assertThat(client.get("ada").status()).isEqualTo("In_A_Call");
        assertThat(client.history("ada", null, null).changes())
                .filteredOn(change -> change.cause().equals("api"))
                .extracting(HistoryReply.Change::status)
                .hasSizeBetween(1, 2)
                .endsWith("On_A_Call");
    }

    @Test
    void whatTheServerRefusesIsTyped() {
        assertThat(((Fate.Refused) client.set("nobody", Status.AWAY).join()).error())
                .isInstanceOfSatisfying(PresenceError.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_USER);
                    assertThat(refused.message()).isEqualTo("User does not exist: nobody.");
                });
        assertThat(((Fate.Refused) client.set("bob", Status.AWAY).join()).error())
                .isInstanceOfSatisfying(PresenceError.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.NOT_SIGNED_IN);
                    assertThat(refused.fields()).hasSize(1);
                });
        assertThat(((Fate.Refused) client.set("ada", StatusUpdate.doNotDisturb(1441))
                                .join())
                        .error())
                .isInstanceOfSatisfying(PresenceError.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.INVALID);
                    assertThat(refused.fields().getFirst().field()).isEqualTo("duration");
                });
    }

    @Test
    void somebodyElsesUpdateWithinTheMinuteIsWaitedFor() {
        try (PresenceClient other = at().token(Administrator.TOKEN).build()) {
            assertThat(other.set("ada", Status.AWAY).join()).isInstanceOf(Fate.Sent.class);
            assertThat(client.set("ada", Status.BUSY).join()).isInstanceOf(Fate.Sent.class);
            assertThat(client.get("ada").status()).isEqualTo("Busy");
        }
    }

    @Test
    void sessionsClaimsAndDeclarationsComeAndGo() {
        client.claim("ada", "calendar", new ClaimRequest("In_Calendar_Event", null, 30));
        assertThat(client.get("ada").status()).isEqualTo("In_A_Calendar_Event");
        client.declare("ada", StatusUpdate.doNotDisturb(5));
        client.declare("ada", StatusUpdate.doNotDisturb(10));
        assertThat(client.why("ada").why().winner()).isEqualTo("declaration");
        client.withdraw("ada");
        assertThat(client.why("ada").why().winner()).isEqualTo("claim:calendar");
        client.release("ada", "calendar");
        assertThat(client.why("ada").status()).isEqualTo("Available");
        assertThat(client.sessions("ada").sessions()).hasSize(1);
        client.signOut("ada", "desk");

        assertThat(client.query(List.of("ada", "bob", "nobody")).users())
                .extracting(StatusReply::status)
                .containsExactly("Offline", "Offline");
        assertThat(client.query(List.of("nobody")).unknown()).containsExactly("nobody");
    }

    @Test
    void anAppsTokenIsFetchedAndAnEndedOneReplaced() {
        NewAppReply app = administrator.app("user:read:admin");
        ClientCredentials credentials = new ClientCredentials(app.clientId(), app.clientSecret());
        try (PresenceClient bot = at().serverToServer(credentials, "default").build()) {
            assertThat(bot.get("ada").status()).isEqualTo("Available");
            administrator.revokeTokensOf(app.clientId());
            assertThat(bot.get("ada").status()).isEqualTo("Available");
            assertThatThrownBy(() -> bot.why("nobody")).isInstanceOf(PresenceException.class);
        }
    }

    @Test
    void aRosterIsCurrentAgainAfterTheServerWasAway() throws Exception {
        BlockingQueue<WatchEvent> heard = new LinkedBlockingQueue<>();
        try (Watch watch = client.watch(List.of("ada", "bob@example.com"), heard::add)) {
            assertThat(List.of(next(heard).user(), next(heard).user())).containsExactlyInAnyOrder("ada", "bob");
            client.declare("ada", StatusUpdate.of(Status.AWAY));
            assertThat(next(heard).status()).isEqualTo("Away");

            int port = server.port();
            server.close();
            server = serve(port);
            client.declare("ada", StatusUpdate.of(Status.BUSY));

            assertThat(next(heard))
                    .extracting(WatchEvent::user, WatchEvent::status)
                    .containsExactly("ada", "Busy");
            assertThat(watch.roster().of("ada").orElseThrow().status()).isEqualTo("Busy");
            assertThat(watch.roster().of("bob").orElseThrow().status()).isEqualTo("Offline");
        }
    }

    @Test
    void aWatchEndsWithItsToken() {
        NewTokenReply token = administrator.token("ada", "user:read");
        BlockingQueue<WatchState> states = new LinkedBlockingQueue<>();
        try (PresenceClient ada = at().token(token.accessToken()).build();
                Watch watch = ada.watch(List.of("ada"), new States(states))) {
            await(states, WatchState.Live.class);
            administrator.revoke(token.tokenId());

            assertThat(watch.ended().join().because())
                    .isInstanceOfSatisfying(
                            PresenceError.WatchEnded.class,
                            ended -> assertThat(ended.code()).isEqualTo(4401));
        }
    }

    private record States(BlockingQueue<WatchState> states) implements WatchListener {
        @Override
        public void changed(WatchEvent event) {}

        @Override
        public void state(WatchState state) {
            states.add(state);
        }
    }

    private static void await(BlockingQueue<WatchState> states, Class<?> wanted) {
        try {
            WatchState state = states.poll(20, TimeUnit.SECONDS);
            while (!wanted.isInstance(state)) {
                assertThat(state).isNotNull();
                state = states.poll(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WatchEvent next(BlockingQueue<WatchEvent> heard) throws InterruptedException {
        WatchEvent event = heard.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private PresenceClientBuilder at() {
        return PresenceClient.at(URI.create(server.uri())).window(WINDOW);
    }

    private Porchlight serve(int port) {
        Settings settings = Settings.defaults()
                .withPort(port)
                .withData(folder)
                .withEventLoops(1)
                .withDrain(Duration.ofSeconds(1))
                .withAdminToken(Administrator.TOKEN)
                .withRules(RuleSettings.DEFAULTS.withUpdateWindow(WINDOW));
        return Porchlight.start(settings);
    }
}
