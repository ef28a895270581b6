package dev.porchlight.server;

import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.server.names.StatusSpelling;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param demo whether the board hands the administrator's token to everybody who opens it
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
        boolean demo) {

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
                false);
    }

    public Settings withHost(String newHost) {
        return new Settings(
                newHost, port, data, adminToken, rules, statusSpelling, historyRetention, eventLoops, drain, demo);
    }

    public Settings withPort(int newPort) {
        return new Settings(
                host, newPort, data, adminToken, rules, statusSpelling, historyRetention, eventLoops, drain, demo);
    }

    public Settings withData(Path newData) {
        return new Settings(
                host, port, newData, adminToken, rules, statusSpelling, historyRetention, eventLoops, drain, demo);
    }

    public Settings withAdminToken(@Nullable String newToken) {
        return new Settings(
                host, port, data, newToken, rules, statusSpelling, historyRetention, eventLoops, drain, demo);
    }

    public Settings withRules(RuleSettings newRules) {
        return new Settings(
                host, port, data, adminToken, newRules, statusSpelling, historyRetention, eventLoops, drain, demo);
    }

    public Settings withStatusSpelling(StatusSpelling newSpelling) {
        return new Settings(
                host, port, data, adminToken, rules, newSpelling, historyRetention, eventLoops, drain, demo);
    }

    public Settings withHistoryRetention(Duration newRetention) {
        return new Settings(host, port, data, adminToken, rules, statusSpelling, newRetention, eventLoops, drain, demo);
    }

    public Settings withEventLoops(int newEventLoops) {
        return new Settings(
                host, port, data, adminToken, rules, statusSpelling, historyRetention, newEventLoops, drain, demo);
    }

    public Settings withDrain(Duration newDrain) {
        return new Settings(
                host, port, data, adminToken, rules, statusSpelling, historyRetention, eventLoops, newDrain, demo);
    }

    public Settings withDemo(boolean newDemo) {
        return new Settings(
                host, port, data, adminToken, rules, statusSpelling, historyRetention, eventLoops, drain, newDemo);
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
}
