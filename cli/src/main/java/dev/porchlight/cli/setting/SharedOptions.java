package dev.porchlight.cli.setting;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.server.Settings;
import dev.porchlight.server.SharedSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The store that several nodes share. */
public final class SharedOptions {
    private static final SharedSettings DEFAULTS = SharedSettings.OFF;

    @Setting
    @Option(
            names = "--store",
            paramLabel = "NAME",
            converter = KindReader.class,
            description =
                    "embedded: everything in the folder of --data, one process. valkey: everything in Valkey or Redis,"
                            + " any number of nodes.")
    private Kind store = Kind.EMBEDDED;

    @Setting(shownDefault = "none")
    @Option(
            names = "--valkey",
            paramLabel = "URI",
            split = ",",
            converter = ServerReader.class,
            description = "With --store valkey, where it is: redis://[user:password@]host:port, rediss:// with TLS, or"
                    + " redis-sentinel://host:port#primary. Several, with commas, are members of one cluster, or a"
                    + " primary and its replicas. With a password, the variable is the better place.")
    private List<String> servers = DEFAULTS.servers();

    @Setting
    @Option(
            names = "--valkey-prefix",
            paramLabel = "TEXT",
            converter = PrefixReader.class,
            description = "What every key begins with, so that others can use the same server.")
    private String prefix = DEFAULTS.prefix();

    @Setting
    @Option(
            names = "--replicas-acknowledge",
            paramLabel = "COUNT",
            converter = Replicas.class,
            description = "How many replicas must have a change before it is acknowledged. 1 survives the loss of a"
                    + " primary.")
    private int replicas = DEFAULTS.replicasAcknowledge();

    @Setting
    @Option(
            names = "--store-wait",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long a request waits for a store that cannot be reached, in a fail-over for instance,"
                    + " before it is answered 503.")
    private Duration patience = DEFAULTS.patience();

    @Setting(shownDefault = "none")
    @Option(
            names = "--valkey-ca",
            paramLabel = "FILE",
            converter = WebhookOptions.FileReader.class,
            description =
                    "Certificates, in PEM, that servers with TLS are trusted by, in the place of those that Java trusts.")
    private @Nullable Path authorities;

    /** Whether the store is a shared one. */
    public boolean isShared() {
        return store == Kind.VALKEY;
    }

    /** The settings with what these options say. */
    public Settings on(Settings settings) {
        return settings.withShared(shared());
    }

    /** What these options say; {@link SharedSettings#on} is false for a folder. */
    public SharedSettings shared() {
        if (!isShared()) {
            if (!servers.isEmpty()) {
                throw new Failure(
                        "--valkey says where a shared store is, but the store is a folder. Add --store valkey.", "");
            }
            return DEFAULTS;
        }
        if (servers.isEmpty()) {
            throw new Failure(
                    "--store valkey needs --valkey, which says where it is, such as --valkey redis://127.0.0.1:6379.",
                    "");
        }
        if (patience.compareTo(Duration.ofMillis(100)) < 0 || patience.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new Failure("--store-wait: " + Durations.text(patience) + " (expected: 100 ms to 1m).", "");
        }
        return new SharedSettings(servers, prefix, replicas, patience, authorities);
    }

    enum Kind {
        EMBEDDED,
        VALKEY
    }

    /** Reads {@code embedded} or {@code valkey}. */
    static final class KindReader implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String text) {
            return switch (text) {
                case "embedded" -> Kind.EMBEDDED;
                case "valkey", "redis" -> Kind.VALKEY;
                default -> throw new TypeConversionException("'" + text + "' (expected: embedded or valkey)");
            };
        }
    }

    /** Reads an address. The message never holds it: there may be a password in it. */
    static final class ServerReader implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                URI uri = URI.create(text);
                List<String> schemes = List.of("redis", "rediss", "redis-sentinel", "rediss-sentinel");
                if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getRawAuthority() != null) {
                    return text;
                }
            } catch (IllegalArgumentException e) {
                throw expected();
            }
            throw expected();
        }

        private static TypeConversionException expected() {
            return new TypeConversionException(
                    "not the address of a server (expected: redis://host:port, rediss://host:port or"
                            + " redis-sentinel://host:port#primary)");
        }
    }

    /** Reads what keys begin with. */
    static final class PrefixReader implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.matches("[A-Za-z0-9_.-]{1,32}")) {
                throw new TypeConversionException(
                        "'" + text + "' (expected: 1 to 32 letters, digits, dots, dashes or underscores)");
            }
            return text;
        }
    }

    static final class Replicas extends Numbers {
        Replicas() {
            super(0, 8);
        }
    }
}
