package dev.porchlight.cli.setting;

import dev.porchlight.server.Settings;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What a server keeps, and how it works. */
public final class FolderOptions {
    @Setting
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds everything. Made when it is missing.")
    private String data = "./" + Settings.defaults().data();

    @Setting
    @Option(
            names = "--history",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long the history of changes is kept.")
    private Duration history = Settings.defaults().historyRetention();

    @Setting(shownDefault = "one for each processor")
    @Option(
            names = "--event-loops",
            paramLabel = "COUNT",
            converter = Numbers.Threads.class,
            description = "How many threads read and write connections.")
    private int eventLoops = Settings.defaults().eventLoops();

    @Setting
    @Option(
            names = "--drain",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long a shutdown waits for the requests under way.")
    private Duration drain = Settings.defaults().drain();

    /**
     * The settings with what these options say.
     *
     * @param folder that a relative one starts from
     */
    public Settings on(Settings settings, Path folder) {
        return settings.withData(folder.resolve(data).normalize())
                .withHistoryRetention(history)
                .withEventLoops(eventLoops)
                .withDrain(drain);
    }
}
