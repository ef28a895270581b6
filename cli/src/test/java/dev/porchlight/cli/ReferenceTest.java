package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.setting.SettingName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Holds the tables of docs/ to the commands. {@code -Dporchlight.write=true} writes them anew. */
class ReferenceTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void theSettingsInTheDocumentationAreThoseOfServe() throws IOException {
        String rows = serve().options().stream()
                .flatMap(option -> SettingName.of(option).map(name -> setting(option, name)).stream())
                .collect(Collectors.joining("\n"));

        holds(
                "operations.md",
                "settings",
                "| option | variable | key | default | what it does |\n|---|---|---|---|---|\n" + rows);
    }

    @Test
    void theCommandsInTheDocumentationAreThoseThereAre() throws IOException {
        String rows = leaves(new Shell(Path.of("")).tree())
                .map(command -> "| `" + synopsis(command) + "` | " + description(command) + " |")
                .collect(Collectors.joining("\n"));

        holds("cli.md", "commands", "| command | what it does |\n|---|---|\n" + rows);
    }

    private static CommandLine.Model.CommandSpec serve() {
        return new Shell(Path.of("")).tree().getSubcommands().get("serve").getCommandSpec();
    }

    private static String setting(OptionSpec option, SettingName name) {
        return "| `" + option.longestName() + "` | `" + name.variable() + "` | `" + name.key() + "` | "
                + name.shownDefault() + " | " + String.join(" ", option.description()) + " |";
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        List<CommandLine> below = command.getSubcommands().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("help"))
                .map(java.util.Map.Entry::getValue)
                .toList();
        return below.isEmpty() ? Stream.of(command) : below.stream().flatMap(ReferenceTest::leaves);
    }

    private static String synopsis(CommandLine command) {
        String arguments = command.getCommandSpec().positionalParameters().stream()
                .map(ReferenceTest::argument)
                .collect(Collectors.joining());
        String required = command.getCommandSpec().options().stream()
                .filter(OptionSpec::required)
                .map(option -> " " + option.longestName() + " " + option.paramLabel())
                .collect(Collectors.joining());
        return command.getCommandSpec().qualifiedName() + arguments + required;
    }

    private static String argument(PositionalParamSpec parameter) {
        return parameter.required() ? " " + parameter.paramLabel() : " [" + parameter.paramLabel() + "]";
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description())
                .replace("%%", "%");
    }

    private static void holds(String file, String name, String table) throws IOException {
        Path path = DOCS.resolve(file);
        String text = Files.readString(path);
        String first = "<!-- The " + name + ": written by ReferenceTest from the ";
        int start = text.indexOf("-->\n", text.indexOf(first)) + 4;
        int end = text.indexOf("<!-- End of the " + name + ". -->");
        assertThat(text).contains(first);
        assertThat(end).isGreaterThanOrEqualTo(start);
        if (Boolean.getBoolean("porchlight.write")) {
            Files.writeString(path, text.substring(0, start) + "\n" + table + "\n\n" + text.substring(end));
        } else {
            assertThat(text.substring(start, end).strip())
                    .as(
                            "%s; write it anew with: mvn -q -pl cli -am test -Dtest=ReferenceTest"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dporchlight.write=true",
                            path)
                    .isEqualTo(table);
        }
    }
}
