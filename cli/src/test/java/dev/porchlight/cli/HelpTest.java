package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.Shell.Ran;
import dev.porchlight.cli.setting.SettingName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    private Path folder;

    /** Every command there is, as its words: {@code ""}, {@code "user"}, {@code "user add"}, … */
    static Stream<String> commands() {
        return below("", new Shell(Path.of("")).tree());
    }

    private static Stream<String> below(String words, CommandLine command) {
        return Stream.concat(
                Stream.of(words.strip()),
                command.getSubcommands().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("help"))
                        .flatMap(entry -> below(words + " " + entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTeachesByExamples(String words) {
        Ran help = help(words);

        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Usage: porchlight", "Examples:\n  ");
        String examples = help.out().substring(help.out().indexOf("Examples:"));
        assertThat(examples).contains("porchlight " + words);
        assertThat(examples.lines().skip(1))
                .allMatch(line -> line.isEmpty() || line.startsWith("  "), "is not wrapped");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everySettingIsShownWithItsDefaultAndItsVariable(String words) {
        String text = help(words).out().replaceAll("\\s+", " ");

        command(words)
                .getCommandSpec()
                .options()
                .forEach(option -> SettingName.of(option)
                        .ifPresent(setting -> assertThat(text)
                                .contains(
                                        option.longestName() + (option.arity().max() == 0 ? " " : "="),
                                        "Default: " + setting.shownDefault() + ". Variable: " + setting.variable()
                                                + " ")));
    }

    @Test
    void theExitStatusesAreInTheHelp() {
        assertThat(help("").out()).contains("Exit status:", "  0 ", "  1 ", "  2 ");
    }

    @Test
    void aGroupWithoutACommandShowsWhatThereIs() {
        Ran ran = new Shell(folder).run("user");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("add ", "list ", "show ", "remove ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void helpHasNoColourUnlessAPersonReadsIt() {
        assertThat(help("serve").out()).doesNotContain("\u001b");
        assertThat(new Shell(folder).onATerminal().run("serve", "--help").out()).contains("\u001b");
        assertThat(new Shell(folder)
                        .onATerminal()
                        .with("NO_COLOR", "1")
                        .run("serve", "--help")
                        .out())
                .doesNotContain("\u001b");
    }

    private Ran help(String words) {
        List<String> arguments = new ArrayList<>();
        Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).forEach(arguments::add);
        arguments.add("--help");
        return new Shell(folder).run(arguments.toArray(String[]::new));
    }

    private CommandLine command(String words) {
        CommandLine command = new Shell(folder).tree();
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }
}
