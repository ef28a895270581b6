package dev.porchlight.server;

import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.port.Store;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Dispatcher;
import dev.porchlight.server.http.Journal;
import dev.porchlight.server.http.Listener;
import dev.porchlight.server.oauth.OAuthDoor;
import dev.porchlight.server.ops.HealthDoor;
import dev.porchlight.server.ops.MetricsDoor;
import dev.porchlight.server.ops.OperatorDoor;
import dev.porchlight.server.v1.AccountsDoor;
import dev.porchlight.server.v1.AppsDoor;
import dev.porchlight.server.v1.ClaimsDoor;
import dev.porchlight.server.v1.DeclarationDoor;
import dev.porchlight.server.v1.HistoryDoor;
import dev.porchlight.server.v1.PresenceDoor;
import dev.porchlight.server.v1.SessionsDoor;
import dev.porchlight.server.v1.TokensDoor;
import dev.porchlight.server.zoom.PresenceStatusDoor;
import dev.porchlight.server.zoom.UsersDoor;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** The whole house put together, on one page: the only place that chooses a store and the parts around it. */
final class Wiring implements AutoCloseable {
    private final Settings settings;
    private final InstantSource clock;
    private final Store store;
    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets = new Secrets(random);
    private final String operatorToken = secrets.secret();
    private final Optional<String> newAdminToken;
    private final Listener listener;

    private Wiring(Store store, Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.newAdminToken = new Bootstrap(store.directory(), secrets, clock).prepare(settings.adminToken());
        this.listener = listen();
    }

    static Wiring over(Store store, Settings settings, InstantSource clock) {
        return new Wiring(store, settings, clock);
    }

    Listener listener() {
        return listener;
    }

    String uri() {
        return Porchlight.uri(settings.host(), listener.port());
    }

    Optional<String> newAdminToken() {
        return newAdminToken;
    }

    String operatorToken() {
        return operatorToken;
    }

    @Override
    public void close() {
        listener.close();
        store.close();
    }

    private Listener listen() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Gate gate = new Gate(store.directory().tokens(), clock, Secrets.hash(operatorToken));
        Dispatcher dispatcher = new Dispatcher(RouteTable.of(doors(gate, metrics)), gate, new Journal(metrics, random));
        return Listener.open(settings.host(), settings.port(), settings.eventLoops(), settings.drain(), dispatcher);
    }

    private Doors doors(Gate gate, PrometheusMeterRegistry metrics) {
        Rules rules = new Rules(settings.rules());
        Corridor corridor = new Corridor(store.ledger(), rules, clock);
        var ledger = store.ledger();
        var users = store.directory().users();
        Visitors visitors = new Visitors(users);
        return new Doors(
                new PresenceStatusDoor(visitors, corridor, ledger, rules, clock, settings.statusSpelling()),
                new UsersDoor(users, visitors, secrets, clock),
                new OAuthDoor(store.directory(), gate, secrets, clock, this::uri),
                new SessionsDoor(visitors, corridor, ledger, rules, clock),
                new ClaimsDoor(visitors, corridor, clock),
                new DeclarationDoor(visitors, corridor),
                new PresenceDoor(visitors, users, ledger, rules, clock),
                new HistoryDoor(visitors, store.history(), clock),
                new AppsDoor(store.directory().apps(), gate, secrets, clock),
                new TokensDoor(store.directory(), gate, secrets, clock),
                new AccountsDoor(store.directory().accounts(), clock),
                new OperatorDoor(
                        directory -> {
                            throw new IllegalArgumentException("not yet");
                        },
                        Runnable::run),
                new HealthDoor(ledger, () -> true),
                new MetricsDoor(metrics));
    }
}
