package dev.porchlight.server;

import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Due;
import dev.porchlight.engine.Housekeeping;
import dev.porchlight.engine.OneAtATime;
import dev.porchlight.engine.Ringer;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.port.Store;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.server.archive.ArchiveWriter;
import dev.porchlight.server.board.BoardDoor;
import dev.porchlight.server.document.DocumentsDoor;
import dev.porchlight.server.gate.Attempts;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.KeyFetch;
import dev.porchlight.server.gate.Outsiders;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Dispatcher;
import dev.porchlight.server.http.Journal;
import dev.porchlight.server.http.Mischief;
import dev.porchlight.server.http.Routes;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.server.oauth.OAuthHouse;
import dev.porchlight.server.ops.HealthDoor;
import dev.porchlight.server.ops.MetricsDoor;
import dev.porchlight.server.ops.OperatorDoor;
import dev.porchlight.server.rate.Rates;
import dev.porchlight.server.reference.ReferenceDoor;
import dev.porchlight.server.signin.PasswordHashes;
import dev.porchlight.server.signin.SignInDesk;
import dev.porchlight.server.v1.AccountsDoor;
import dev.porchlight.server.v1.AppsDoor;
import dev.porchlight.server.v1.ClaimsDoor;
import dev.porchlight.server.v1.DeclarationDoor;
import dev.porchlight.server.v1.HistoryDoor;
import dev.porchlight.server.v1.PasswordsDoor;
import dev.porchlight.server.v1.PresenceDoor;
import dev.porchlight.server.v1.SessionsDoor;
import dev.porchlight.server.v1.TokensDoor;
import dev.porchlight.server.v1.WebhooksDoor;
import dev.porchlight.server.watch.WatchDoor;
import dev.porchlight.server.watch.Watchers;
import dev.porchlight.server.webhook.Courier;
import dev.porchlight.server.webhook.Subscribing;
import dev.porchlight.server.zoom.ContactsDoor;
import dev.porchlight.server.zoom.EventSubscriptionsDoor;
import dev.porchlight.server.zoom.PresenceStatusDoor;
import dev.porchlight.server.zoom.UsersDoor;
import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.store.valkey.ValkeyStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The whole house behind the port put together, on one page: the only place that chooses a store and the parts around it.
 */
final class Wiring implements AutoCloseable {
    private static final OperatorDoor.Backup NO_BACKUP = directory -> {
        throw new IllegalArgumentException(
                "a server on a folder; a shared store is backed up by its own means, or exported");
    };

    private static final int MAX_WATCHERS_PER_TOKEN = 20_000;

    private final Settings settings;
    private final Site site;
    private final InstantSource clock;
    private final Store store;
    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets = new Secrets(random);
    private final Optional<String> newAdminToken;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Rules rules;
    private final Corridor corridor;
    private final Answers answers;
    private final Due ringing;
    private final Courier courier;
    private final Watchers watchers;
    private final HealthDoor health;
    private final Rounds rounds;
    private final Routes routes;
    private final Dispatcher dispatcher;

    /** @param ready whether all of the store can be reached, besides what every request needs */
    private Wiring(
            Store store,
            Settings settings,
            Site site,
            OperatorDoor.Backup backup,
            Supplier<? extends CompletionStage<?>> ready) {
        this.settings = settings;
        this.site = site;
        this.clock = site.clock();
        this.store = store;
        this.rules = new Rules(settings.rules());
        this.corridor = new Corridor(store.ledger(), rules, clock);
        this.answers = new Answers(store.ledger(), rules, clock);
        this.ringing = new OneAtATime(new Ringer(store.alarms(), corridor, clock));
        this.courier = new Courier(store, settings.webhooks(), secrets, metrics, clock, site.real());
        Bootstrap bootstrap = new Bootstrap(store.directory(), secrets, clock);
        this.newAdminToken = bootstrap.prepare(settings.adminToken());
        settings.dev().apps().forEach(bootstrap::add);
        FanOut fanOut = new FanOut(store.feed(), store.ledger());
        Gate gate = new Gate(store.directory(), clock, Secrets.hash(site.operatorToken()), outsiders());
        this.watchers = new Watchers(fanOut, gate, metrics, site.real(), clock, random, MAX_WATCHERS_PER_TOKEN);
        this.health = new HealthDoor(store.ledger(), ready);
        Optional<Dev> dev = site.dev()
                .map(place -> Dev.of(
                        place, List.of(ringing, courier), store.directory().users()));
        this.routes = RouteTable.of(doors(gate, backup), dev);
        Journal journal = new Journal(metrics, random, dev.map(Dev::reader).orElse(Journal.NO_READER));
        this.dispatcher = new Dispatcher(
                routes,
                gate,
                new Rates(settings.rates().plan(), clock),
                journal,
                dev.map(Dev::mischief).orElse(Mischief.NONE));
        this.rounds = new Rounds(
                ringing,
                courier,
                fanOut,
                new Housekeeping(store, keep(), clock),
                settings.shared().on());
    }

    /** Over a store of the caller's, which has no backup. */
    static Wiring over(Store store, Settings settings, Site site) {
        return new Wiring(store, settings, site, NO_BACKUP, Wiring::reached);
    }

    /** On the settings' folder, on the store that nodes share, or in memory. */
    static Wiring of(Settings settings, Site site) {
        if (settings.dev().memory()) {
            return over(new MemoryStore(), settings, site);
        }
        return settings.shared().on() ? shared(settings, site) : embedded(settings, site);
    }

    private static Wiring shared(Settings settings, Site site) {
        ValkeyStore store = SharedStore.open(settings.shared());
        try {
            return new Wiring(store, settings, site, NO_BACKUP, store::ready);
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    private static Wiring embedded(Settings settings, Site site) {
        EmbeddedStore store = EmbeddedStore.open(settings.data(), StoreOptions.DEFAULTS);
        try {
            return new Wiring(store, settings, site, directory -> Backups.write(store, directory), Wiring::reached);
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    /** A store within the process is always reached. */
    private static CompletionStage<?> reached() {
        return CompletableFuture.completedStage(null);
    }

    Optional<String> newAdminToken() {
        return newAdminToken;
    }

    Routes routes() {
        return routes;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Carries out every end that is due by the clock. */
    Due ringing() {
        return ringing;
    }

    /** Says that nobody is to be sent here any more, and sends watchers away one by one; whoever comes is still answered. */
    void leave(Duration over) {
        health.leave();
        watchers.leave(over);
    }

    /** Tells watchers that the house closes, while they can still be told. */
    void farewell() {
        watchers.sendAway();
    }

    @Override
    public void close() {
        rounds.close();
        courier.close();
        store.close();
    }

    private Housekeeping.Keep keep() {
        return new Housekeeping.Keep(
                settings.historyRetention(), Housekeeping.Keep.DEFAULTS.outbox(), Housekeeping.Keep.DEFAULTS.tokens());
    }

    private Doors doors(Gate gate, OperatorDoor.Backup backup) {
        Directory directory = store.directory();
        Visitors visitors = new Visitors(directory.users());
        StatusNames names = StatusNames.read(settings.statusSpelling());
        Subscribing subscribing = new Subscribing(directory.subscriptions(), secrets, clock, courier::catchUp);
        Executor blocking = site.blocking();
        PasswordHashes passwords = new PasswordHashes(random, blocking);
        DocumentsDoor documents = new DocumentsDoor(site.uri(), blocking);
        return new Doors(
                new PresenceStatusDoor(visitors, corridor, answers, clock, names),
                new UsersDoor(directory.users(), visitors, gate, secrets, clock),
                new ContactsDoor(directory.users(), answers, secrets, clock, names),
                oauth(gate, passwords),
                new PasswordsDoor(visitors, store.authority().passwords(), passwords, clock),
                new SessionsDoor(visitors, corridor, answers),
                new ClaimsDoor(visitors, corridor, clock),
                new DeclarationDoor(visitors, corridor),
                new PresenceDoor(visitors, directory.users(), answers),
                new HistoryDoor(visitors, store.history(), clock),
                new WatchDoor(watchers, directory.users(), corridor),
                new AppsDoor(directory.apps(), gate, secrets, clock),
                new TokensDoor(directory, gate, secrets, clock),
                new AccountsDoor(directory.accounts(), clock),
                new EventSubscriptionsDoor(
                        subscribing,
                        directory.users(),
                        secrets,
                        settings.webhooks().privateTargets()),
                new WebhooksDoor(subscribing, store.deliveries(), store.deliveryLog(), clock),
                new OperatorDoor(backup, out -> ArchiveWriter.write(store.archive(), clock.instant(), out), blocking),
                health,
                new MetricsDoor(metrics),
                documents,
                new BoardDoor(demoToken(), settings.dev().on(), blocking),
                new ReferenceDoor(documents::collection, settings.demo(), blocking));
    }

    private OAuthHouse oauth(Gate gate, PasswordHashes passwords) {
        OAuthSettings oauth = settings.oauth();
        String publicUrl = oauth.publicUrl();
        Supplier<String> address = publicUrl == null ? site.uri() : () -> publicUrl;
        Attempts attempts = new Attempts(clock);
        SignInDesk desk = SignInDesk.of(
                store.directory(),
                store.authority().passwords(),
                passwords,
                secrets,
                clock,
                attempts,
                () -> address.get().startsWith("https://"),
                settings.demo() || settings.dev().on());
        return OAuthHouse.of(
                new OAuthHouse.Ground(store.directory(), store.authority(), gate, secrets, clock, site.blocking()),
                desk,
                attempts,
                address,
                new OAuthHouse.Manners(
                        oauth.tokenFormat(), oauth.signingKeyLifetime(), oauth.plainChallenges(), oauth.behindProxy()));
    }

    private Optional<Outsiders> outsiders() {
        return Optional.ofNullable(settings.oauth().trustedIssuer())
                .map(issuer ->
                        new Outsiders(issuer, store.directory().users(), clock, new KeyFetch(), site.blocking()));
    }

    private Optional<String> demoToken() {
        // Whoever reaches an emulator in memory may do everything to it anyway.
        return settings.demo() || settings.dev().memory()
                ? newAdminToken.or(() -> Optional.ofNullable(settings.adminToken()))
                : Optional.empty();
    }
}
