package dev.porchlight.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.setting.ListenOptions;
import dev.porchlight.cli.setting.RuleOptions;
import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Listing;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code porchlight demo}: a server with twelve users on a temporary folder. */
@Command(
        name = "demo",
        description = {
            "Run a server with twelve signed-in users, and print commands to paste.",
            "It keeps everything in a temporary folder, which goes when you stop it with Ctrl-C.",
            "Given an admin token, that token is the administrator's; else one is made and printed."
        },
        footer = {
            "  porchlight demo",
            "  porchlight demo --port 9000 --update-window 0s",
        })
public final class Demo implements Callable<Integer> {
    private static final List<Column> TABLE = List.of(
            Column.of("NAME", "name"),
            Column.of("E-MAIL", "email"),
            new Column("CLIENT", persona -> client(persona.at("/presence/why/sessions/0"))),
            new Column("STATUS", persona -> persona.at("/presence/status").asText()),
            new Column(
                    "UNTIL",
                    persona -> Column.time(persona.at("/presence/until").asText())));

    private final Surroundings surroundings;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    public Demo(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = rules.on(listen.on(Settings.defaults())).withDemo(true);
        Warnings.about(settings, surroundings);
        try (Closing closing = new Closing()) {
            surroundings.stop().arm(closing);
            print(RunningDemo.start(settings, surroundings, closing));
            surroundings.stop().await();
        }
        return 0;
    }

    private void print(RunningDemo demo) {
        surroundings.out().println("Porchlight is ready at " + demo.server().uri() + "\n");
        Listing listing = Output.forPeople(surroundings).listing(TABLE, "");
        listing.page(demo.world().people());
        listing.end();
        DemoText text = new DemoText(
                demo.server().uri(), demo.adminToken(), demo.world().token("ada"));
        surroundings.out().print(text.text());
        surroundings.out().flush();
    }

    private static String client(JsonNode session) {
        return session.path("platform").asText() + " " + session.path("version").asText() + ", "
                + session.path("state").asText();
    }
}
