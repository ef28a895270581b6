package dev.porchlight.server;

import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.server.names.StatusSpelling;
import dev.porchlight.server.webhook.WebhookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set of a server.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param data the folder that holds everything
 * @param adminToken a token that may do everything in the account {@code default}; null makes one on a new folder
 * @param statusSpelling how GET spells a status
 * @param historyRetention how long changes are kept
 * @param eventLoops threads that read and write connections
 * @param drain how long a shutdown waits for requests under way
 * @param leave how long a shutdown goes on answering while {@code /health/ready} says no, and watchers are sent away
 * @param shared the store of several nodes, in the place of the folder
 * @param demo whether the board hands the administrator's token to everybody who opens it
 * @param oauth how people and apps get tokens
 * @param webhooks where changes are sent, and how often it is tried
 * @param rates how many requests of an account are answered
 * @param dev what is there only for whoever tests against this server
 */
public record Settings(
        String host,
        int port,
        Path data,
        @Nullable String adminToken,
        RuleSettings rules,
        StatusSpelling statusSpelling,
        Duration historyRetention,
        int eventLoops,
        Duration drain,
        Duration leave,
        SharedSettings shared,
        boolean demo,
        OAuthSettings oauth,
        WebhookSettings webhooks,
        RateSettings rates,
        DevSettings dev) {

    public static Settings defaults() {
        return new Settings(
                "127.0.0.1",
                8484,
                Path.of("porchlight-data"),
                null,
                RuleSettings.DEFAULTS,
                StatusSpelling.ZOOM,
                Duration.ofDays(30),
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                Duration.ofSeconds(10),
                Duration.ZERO,
                SharedSettings.OFF,
                false,
                OAuthSettings.DEFAULTS,
                WebhookSettings.DEFAULTS,
                RateSettings.OFF,
                DevSettings.OFF);
    }

    public Settings withHost(String newHost) {
        return changed(draft -> draft.host = newHost);
    }

    public Settings withPort(int newPort) {
        return changed(draft -> draft.port = newPort);
    }

    public Settings withData(Path newData) {
        return changed(draft -> draft.data = newData);
    }

    public Settings withAdminToken(@Nullable String newAdminToken) {
        return changed(draft -> draft.adminToken = newAdminToken);
    }

    public Settings withRules(RuleSettings newRules) {
        return changed(draft -> draft.rules = newRules);
    }

    public Settings withStatusSpelling(StatusSpelling newStatusSpelling) {
        return changed(draft -> draft.statusSpelling = newStatusSpelling);
    }

    public Settings withHistoryRetention(Duration newHistoryRetention) {
        return changed(draft -> draft.historyRetention = newHistoryRetention);
    }

    public Settings withEventLoops(int newEventLoops) {
        return changed(draft -> draft.eventLoops = newEventLoops);
    }

    public Settings withDrain(Duration newDrain) {
        return changed(draft -> draft.drain = newDrain);
    }

    public Settings withLeave(Duration newLeave) {
        return changed(draft -> draft.leave = newLeave);
    }

    public Settings withShared(SharedSettings newShared) {
        return changed(draft -> draft.shared = newShared);
    }

    public Settings withDemo(boolean newDemo) {
        return changed(draft -> draft.demo = newDemo);
    }

    public Settings withOauth(OAuthSettings newOauth) {
        return changed(draft -> draft.oauth = newOauth);
    }

    public Settings withWebhooks(WebhookSettings newWebhooks) {
        return changed(draft -> draft.webhooks = newWebhooks);
    }

    public Settings withRates(RateSettings newRates) {
        return changed(draft -> draft.rates = newRates);
    }

    public Settings withDev(DevSettings newDev) {
        return changed(draft -> draft.dev = newDev);
    }

    public Settings withUpdateWindow(Duration window) {
        return withRules(rules.withUpdateWindow(window));
    }

    /** A declared Busy ends after so long; null for no end. */
    public Settings withBusyLasts(@Nullable Duration lasts) {
        return withRules(lasting(lasts, rules.outOfOfficeLasts()));
    }

    /** A declared Out_of_Office ends after so long; null for no end. */
    public Settings withOutOfOfficeLasts(@Nullable Duration lasts) {
        return withRules(lasting(rules.busyLasts(), lasts));
    }

    public Duration updateWindow() {
        return rules.updateWindow();
    }

    public @Nullable Duration busyLasts() {
        return rules.busyLasts();
    }

    public @Nullable Duration outOfOfficeLasts() {
        return rules.outOfOfficeLasts();
    }

    private RuleSettings lasting(@Nullable Duration busy, @Nullable Duration outOfOffice) {
        return new RuleSettings(
                rules.updateWindow(),
                rules.defaultMinutes(),
                rules.maxMinutes(),
                busy,
                outOfOffice,
                rules.settableFrom(),
                rules.maxSessions(),
                rules.maxClaims(),
                rules.minLease(),
                rules.maxLease());
    }

    private Settings changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A copy to change one thing of. */
    private static final class Draft {
        private String host;
        private int port;
        private Path data;
        private @Nullable String adminToken;
        private RuleSettings rules;
        private StatusSpelling statusSpelling;
        private Duration historyRetention;
        private int eventLoops;
        private Duration drain;
        private Duration leave;
        private SharedSettings shared;
        private boolean demo;
        private OAuthSettings oauth;
        private WebhookSettings webhooks;
        private RateSettings rates;
        private DevSettings dev;

        Draft(Settings from) {
            host = from.host;
            port = from.port;
            data = from.data;
            adminToken = from.adminToken;
            rules = from.rules;
            statusSpelling = from.statusSpelling;
            historyRetention = from.historyRetention;
            eventLoops = from.eventLoops;
            drain = from.drain;
            leave = from.leave;
            shared = from.shared;
            demo = from.demo;
            oauth = from.oauth;
            webhooks = from.webhooks;
            rates = from.rates;
            dev = from.dev;
        }

        Settings settings() {
            return new Settings(
                    host,
                    port,
                    data,
                    adminToken,
                    rules,
                    statusSpelling,
                    historyRetention,
                    eventLoops,
                    drain,
                    leave,
                    shared,
                    demo,
                    oauth,
                    webhooks,
                    rates,
                    dev);
        }
    }
}
