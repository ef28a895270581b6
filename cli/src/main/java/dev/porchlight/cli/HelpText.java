package dev.porchlight.cli;

import dev.porchlight.cli.setting.Config;
import dev.porchlight.cli.setting.SettingName;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The text of {@code --help}: each setting with its default and its variable, each command with examples. */
final class HelpText extends Help {
    private static final int WIDTH = 100;

    private HelpText(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    /** Gives a command and those below it what all have in common. */
    static void dress(CommandLine command) {
        command.setHelpFactory(HelpText::new);
        each(command);
    }

    private static void each(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage()
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExamples:%n")
                .synopsisSubcommandLabel("COMMAND")
                .abbreviateSynopsis(true)
                .width(WIDTH)
                .sortOptions(false);
        if (spec.options().stream().anyMatch(option -> SettingName.of(option).isPresent())) {
            spec.addOption(Config.option());
        }
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        command.getSubcommands().values().forEach(HelpText::each);
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer plain = super.createDefaultOptionRenderer();
        return (option, labels, colours) -> {
            Text[][] rows = plain.render(option, labels, colours);
            return SettingName.of(option)
                    .map(setting -> withSources(rows, setting, colours))
                    .orElse(rows);
        };
    }

    private static Text[][] withSources(Text[][] rows, SettingName setting, ColorScheme colours) {
        Text[][] more = Arrays.copyOf(rows, rows.length + 1);
        Text nothing = colours.text("");
        Text sources = colours.text("Default: " + setting.shownDefault() + ". Variable: " + setting.variable());
        more[rows.length] = new Text[] {nothing, nothing, nothing, nothing, sources};
        return more;
    }
}
