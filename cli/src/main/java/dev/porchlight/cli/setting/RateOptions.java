package dev.porchlight.cli.setting;

import dev.porchlight.server.RateSettings;
import dev.porchlight.server.Settings;
import dev.porchlight.server.rate.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many requests of an account are answered. */
public final class RateOptions {
    /** No setting of variables and file: there, the name is that of a server to speak to. */
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = PlanReader.Profile.class,
            description = "zoom: count requests as Zoom does, by the limits of --plan, or else of pro.")
    private @Nullable Plan profile;

    @Setting
    @Option(
            names = "--plan",
            paramLabel = "NAME",
            converter = PlanReader.class,
            description = "Answer as many requests of an account, by second and day, as this plan of Zoom's allows:"
                    + " free, pro or business. none: any number.")
    private Plan plan = Settings.defaults().rates().plan();

    public Settings on(Settings settings) {
        return settings.withRates(new RateSettings(plan == Plan.NONE && profile != null ? profile : plan));
    }
}
