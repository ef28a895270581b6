package dev.porchlight.cli.setting;

import dev.porchlight.server.DevSettings;
import dev.porchlight.server.DevSettings.DevApp;
import dev.porchlight.server.Settings;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What turns a server into an emulator for tests. */
public final class DevOptions {
    private static final int LONGEST = 200;

    @Setting
    @Option(
            names = "--dev",
            description = "Be an emulator for tests: a clock to move, faults, a journal and a reset under /_dev, and"
                    + " webhooks to this machine. Everything is kept in memory, unless --data is given.")
    private boolean dev;

    @Setting(shownDefault = "none")
    @Option(
            names = "--dev-app",
            paramLabel = "CLIENT_ID:CLIENT_SECRET",
            split = ",",
            converter = AppReader.class,
            description = "With --dev: a server-to-server app of the account \"default\" with every scope, ready from"
                    + " the start. Can be given several times.")
    private List<DevApp> apps = List.of();

    /**
     * The settings with what these options say.
     *
     * @param folderGiven whether somebody chose a folder
     */
    public Settings on(Settings settings, boolean folderGiven) {
        return dev
                ? settings.withDev(new DevSettings(true, !folderGiven, apps))
                        .withWebhooks(settings.webhooks().withPrivateTargets(true))
                : settings;
    }

    /** Whether apps are given that nothing is done with. */
    public boolean isInVain() {
        return !dev && !apps.isEmpty();
    }

    /** Reads an app. */
    static final class AppReader implements ITypeConverter<DevApp> {
        @Override
        public DevApp convert(String text) {
            int colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1 || text.length() > LONGEST || !text.matches("[!-~]+")) {
                throw new TypeConversionException("an app of another form (expected: CLIENT_ID:CLIENT_SECRET, printable"
                        + " ASCII without spaces, at most " + LONGEST + " characters)");
            }
            return new DevApp(text.substring(0, colon), text.substring(colon + 1));
        }
    }
}
