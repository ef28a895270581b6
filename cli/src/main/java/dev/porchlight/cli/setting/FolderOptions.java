package dev.porchlight.cli.setting;

import dev.porchlight.server.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a server keeps, and how it works. */
public final class FolderOptions {
    @Setting(shownDefault = "./porchlight-data")
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds everything. Made when it is missing.")
    private @Nullable String data;

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

    @Setting
    @Option(
            names = "--leave",
            paramLabel = "DURATION",
            converter = Durations.class,
            description =
                    "How long a shutdown goes on answering while /health/ready says no and watchers are sent away, one"
                            + " by one: give a load balancer time to look elsewhere.")
    private Duration leave = Settings.defaults().leave();

    /** Whether somebody chose a folder. */
    public boolean isGiven() {
        return data != null;
    }

    /**
     * The settings with what these options say.
     *
     * @param folder that a relative one starts from
     */
    public Settings on(Settings settings, Path folder) {
        return settings.withData(folder.resolve(data == null ? settings.data().toString() : data)
                        .normalize())
                .withHistoryRetention(history)
                .withEventLoops(eventLoops)
                .withDrain(drain)
                .withLeave(leave);
    }
}
