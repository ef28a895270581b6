package dev.porchlight.cli;

import dev.porchlight.cli.command.Accounts;
import dev.porchlight.cli.command.Apps;
import dev.porchlight.cli.command.Sessions;
import dev.porchlight.cli.command.Tokens;
import dev.porchlight.cli.command.Users;
import dev.porchlight.cli.command.Webhooks;
import dev.porchlight.cli.folder.Backup;
import dev.porchlight.cli.folder.Export;
import dev.porchlight.cli.folder.Import;
import dev.porchlight.cli.folder.Restore;
import dev.porchlight.cli.profile.ListProfiles;
import dev.porchlight.cli.profile.Login;
import dev.porchlight.cli.profile.Logout;
import dev.porchlight.cli.reference.Reference;
import dev.porchlight.cli.serve.Demo;
import dev.porchlight.cli.serve.Serve;
import dev.porchlight.cli.setting.Config;
import dev.porchlight.cli.status.Statuses;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, and how a command line is carried out. */
public final class Commands {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final Map<String, Function<Surroundings, Object>> ALL = all();

    private Commands() {}

    private static Map<String, Function<Surroundings, Object>> all() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("serve", Serve::new);
        commands.put("demo", Demo::new);
        commands.put("status", Statuses::new);
        commands.put("login", Login::new);
        commands.put("logout", Logout::new);
        commands.put("profiles", ListProfiles::new);
        commands.put("user", Users::new);
        commands.put("session", Sessions::new);
        commands.put("token", Tokens::new);
        commands.put("app", Apps::new);
        commands.put("webhook", Webhooks::new);
        commands.put("account", Accounts::new);
        commands.put("backup", Backup::new);
        commands.put("restore", Restore::new);
        commands.put("export", Export::new);
        commands.put("import", Import::new);
        commands.put("completion", surroundings -> new Completion(surroundings, () -> tree(surroundings)));
        commands.put("reference", Reference::new);
        commands.put("version", Version::new);
        return commands;
    }

    @Command(
            name = "porchlight",
            description = "A presence server that speaks Zoom's presence-status API.",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:Done; or, for a command that runs until it is stopped, stopped in good order.",
                "1:Failed. Standard error says what, why, and what to do next.",
                "2:The command line, a variable or the settings file makes no sense. Nothing was done.",
                "3:Of status: not now. The same command may work later; standard error says when.",
                "4:Of status and login: no answer, or none that can be understood."
            },
            footer = {
                "  porchlight demo                           a server to play with",
                "  porchlight serve                          a server that remembers, in ./porchlight-data",
                "  porchlight user add ada@example.com       someone whose presence is known",
                "  porchlight serve --help                   every setting"
            })
    private static final class Root {}

    /** Carries out a command line. Answers the exit status. */
    public static int run(Surroundings surroundings, String... arguments) {
        CommandLine tree = tree(surroundings, arguments);
        try {
            Config config = Config.install(tree, surroundings, arguments);
            Mistakes mistakes = new Mistakes(surroundings, config);
            tree.setParameterExceptionHandler(mistakes::misused);
            tree.setExecutionExceptionHandler((e, command, parsed) -> mistakes.failed(e));
            return written(surroundings, tree.execute(arguments));
        } catch (Failure e) {
            Mistakes.print(e, surroundings);
            return MISUSED;
        }
    }

    /** A full disk or a closed pipe must not look like success. */
    private static int written(Surroundings surroundings, int status) {
        if (status == DONE && surroundings.out().checkError()) {
            surroundings.err().println("Cannot write to standard output: is the disk full, or the pipe closed?");
            return FAILED;
        }
        return status;
    }

    /** All commands; or, since reading them takes time, only the one that is asked for. */
    static CommandLine tree(Surroundings surroundings, String... arguments) {
        CommandLine tree = new CommandLine(new Root());
        tree.getCommandSpec()
                .versionProvider(Version::lines)
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        if (arguments.length > 0 && ALL.containsKey(arguments[0])) {
            tree.addSubcommand(ALL.get(arguments[0]).apply(surroundings));
        } else {
            ALL.values().forEach(command -> tree.addSubcommand(command.apply(surroundings)));
        }
        HelpText.dress(tree);
        tree.addSubcommand(new HelpCommand());
        return tree.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF));
    }
}
