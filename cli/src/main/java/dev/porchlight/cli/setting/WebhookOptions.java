package dev.porchlight.cli.setting;

import dev.porchlight.server.Settings;
import dev.porchlight.server.webhook.WebhookSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where changes are sent, and how often it is tried. */
public final class WebhookOptions {
    @Setting
    @Option(
            names = "--webhook-private-targets",
            description = "Let webhooks go to http, private and loopback addresses, too. Whoever may subscribe then"
                    + " reaches this machine's network through this server.")
    private boolean privateTargets;

    @Setting(shownDefault = "5m,20m,1h")
    @Option(
            names = "--webhook-retry",
            paramLabel = "DURATION",
            split = ",",
            converter = Durations.class,
            description = "How long after a failed try the next one comes; give it again, or with commas, for more"
                    + " tries. After the last one a delivery is parked.")
    private List<Duration> retries = WebhookSettings.DEFAULTS.retries();

    @Setting(shownDefault = "none")
    @Option(
            names = "--webhook-ca",
            paramLabel = "FILE",
            converter = FileReader.class,
            description = "Certificates, in PEM, that receivers are trusted by besides those that Java trusts.")
    private @Nullable Path authorities;

    @Setting(shownDefault = "none")
    @Option(
            names = "--webhook-cert",
            paramLabel = "FILE",
            converter = FileReader.class,
            description = "The certificate, in PEM, that receivers are shown (mutual TLS). It needs --webhook-key.")
    private @Nullable Path certificate;

    @Setting(shownDefault = "none")
    @Option(
            names = "--webhook-key",
            paramLabel = "FILE",
            converter = FileReader.class,
            description = "The key of that certificate, in PEM (PKCS #8).")
    private @Nullable Path key;

    public Settings on(Settings settings) {
        return settings.withWebhooks(new WebhookSettings(privateTargets, retries, authorities, certificate, key));
    }

    /** Whether only one of certificate and key is given. */
    public boolean isHalf() {
        return (certificate == null) != (key == null);
    }

    /** Reads the name of a file that is there. */
    static final class FileReader implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            Path file = Path.of(text);
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new TypeConversionException("'" + text + "' (expected: a file that can be read)");
            }
            return file;
        }
    }
}
