package dev.porchlight.cli.setting;

import dev.porchlight.server.Settings;
import dev.porchlight.server.names.StatusSpelling;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The rules of presence that can be set. */
public final class RuleOptions {
    @Setting
    @Option(
            names = "--update-window",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "How long the API refuses the next update of a user after an accepted one; 0s switches the"
                    + " rule off.")
    private Duration updateWindow = Settings.defaults().updateWindow();

    @Setting
    @Option(
            names = "--busy-lasts",
            paramLabel = "DURATION",
            converter = Limit.Reader.class,
            description = "How long a Busy that was set lasts; \"never\" for no end.")
    private Limit busyLasts = new Limit(Settings.defaults().busyLasts());

    @Setting
    @Option(
            names = "--out-of-office-lasts",
            paramLabel = "DURATION",
            converter = Limit.Reader.class,
            description = "How long an Out_of_Office that was set lasts; \"never\" for no end.")
    private Limit outOfOfficeLasts = new Limit(Settings.defaults().outOfOfficeLasts());

    @Setting
    @Option(
            names = "--status-spelling",
            paramLabel = "NAME",
            converter = SpellingReader.class,
            description = "How GET spells a status. zoom: as Zoom answers, such as In_A_Meeting; documented: as PUT is"
                    + " documented, such as In_A_Zoom_Meeting.")
    private StatusSpelling statusSpelling = Settings.defaults().statusSpelling();

    public Settings on(Settings settings) {
        return settings.withUpdateWindow(updateWindow)
                .withBusyLasts(busyLasts.duration())
                .withOutOfOfficeLasts(outOfOfficeLasts.duration())
                .withStatusSpelling(statusSpelling);
    }
}
