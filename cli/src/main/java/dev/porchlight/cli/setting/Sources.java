package dev.porchlight.cli.setting;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/** Where a setting that no option gives comes from: its variable, else the settings file, else its default. */
final class Sources implements IDefaultValueProvider {
    private final Map<String, String> variables;
    private final SettingsFile file;

    Sources(Map<String, String> variables, SettingsFile file) {
        this.variables = variables;
        this.file = file;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return SettingName.of(argument).map(this::value).orElse(null);
    }

    /** Names the source that gave this value, for a message about it. */
    Optional<String> origin(ArgSpec argument, String value) {
        return SettingName.of(argument)
                .filter(name -> value.equals(value(name)))
                .map(name -> isVariable(name) ? name.variable() : name.key() + " in " + file.path());
    }

    private @Nullable String value(SettingName name) {
        return isVariable(name) ? variables.get(name.variable()) : file.value(name.key());
    }

    // An empty variable is as good as none, as everywhere.
    private boolean isVariable(SettingName name) {
        return !variables.getOrDefault(name.variable(), "").isEmpty();
    }
}
