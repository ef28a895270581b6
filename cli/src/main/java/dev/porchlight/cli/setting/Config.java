package dev.porchlight.cli.setting;

import dev.porchlight.cli.terminal.Surroundings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Puts the settings' sources behind the options of a command line. */
public final class Config {
    private static final String OPTION = "--config";
    private static final String VARIABLE = "PORCHLIGHT_CONFIG";

    private final Sources sources;

    private Config(Sources sources) {
        this.sources = sources;
    }

    /**
     * Reads the settings file, if there is one, and gives every command its defaults from there and from variables.
     *
     * @throws dev.porchlight.cli.terminal.Failure for a file that cannot be read or has an unknown key
     */
    public static Config install(CommandLine commandLine, Surroundings surroundings, String... arguments) {
        SettingsFile file = SettingsFile.read(surroundings.folder(), named(surroundings, arguments));
        file.allow(Config::keys);
        Config config = new Config(new Sources(surroundings.variables(), file));
        commandLine.setDefaultValueProvider(config.sources);
        return config;
    }

    /** The variable or key that holds the value a message is about, if no option gave it. */
    public Optional<String> origin(ParameterException e) {
        return e.getArgSpec() == null || e.getValue() == null
                ? Optional.empty()
                : sources.origin(e.getArgSpec(), e.getValue());
    }

    /** The variables of all settings there are. */
    public static Set<String> variables() {
        Set<String> variables = new TreeSet<>(Set.of(VARIABLE));
        keys().forEach(key -> variables.add(SettingName.variable(key)));
        return variables;
    }

    /** The keys of all settings there are, in the order of their definition. */
    public static SequencedSet<String> keys() {
        SequencedSet<String> keys = new LinkedHashSet<>();
        for (Object definition : List.of(
                new ListenOptions(),
                new FolderOptions(),
                new SharedOptions(),
                new RuleOptions(),
                new RateOptions(),
                new WebhookOptions(),
                new OAuthOptions(),
                new DevOptions(),
                new TargetOptions())) {
            for (OptionSpec option : CommandSpec.forAnnotatedObject(definition).options()) {
                SettingName.of(option).ifPresent(setting -> keys.add(setting.key()));
            }
        }
        return keys;
    }

    /** The option that names the settings file. */
    public static OptionSpec option() {
        return OptionSpec.builder(OPTION)
                .paramLabel("FILE")
                .type(String.class)
                .description(
                        "A file with settings, a line each, such as port=8484. Without it, " + VARIABLE + ", else "
                                + SettingsFile.NAME + " in the current folder if there is one.",
                        "An option goes before its variable, a variable before the file.")
                .build();
    }

    // The file gives defaults, and those are needed before the options are read: hence this look ahead.
    private static @Nullable String named(Surroundings surroundings, String... arguments) {
        for (int at = 0; at < arguments.length && !arguments[at].equals("--"); at++) {
            if (arguments[at].startsWith(OPTION + "=")) {
                return arguments[at].substring(OPTION.length() + 1);
            }
            if (arguments[at].equals(OPTION) && at + 1 < arguments.length) {
                return arguments[at + 1];
            }
        }
        String variable = surroundings.variables().getOrDefault(VARIABLE, "");
        return variable.isEmpty() ? null : variable;
    }
}
