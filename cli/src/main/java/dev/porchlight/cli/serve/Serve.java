package dev.porchlight.cli.serve;

import dev.porchlight.cli.setting.DevOptions;
import dev.porchlight.cli.setting.FolderOptions;
import dev.porchlight.cli.setting.ListenOptions;
import dev.porchlight.cli.setting.OAuthOptions;
import dev.porchlight.cli.setting.RateOptions;
import dev.porchlight.cli.setting.RuleOptions;
import dev.porchlight.cli.setting.SharedOptions;
import dev.porchlight.cli.setting.WebhookOptions;
import dev.porchlight.cli.terminal.Closing;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code porchlight serve}: runs the server until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Run the server.",
            "It runs until Ctrl-C or SIGTERM; then the requests under way are answered, and it ends with 0.",
            "On a new folder it makes the account \"default\" and prints an administrator's token once.",
            "Each setting can also come from the environment or the settings file. Durations: 90s, 5m, 24h, 30d, PT1H."
        },
        footer = {
            "  porchlight serve",
            "  porchlight serve --dev --dev-app my-client:my-secret",
            "  porchlight serve --port 9000 --data /var/lib/porchlight",
            "  porchlight serve --store valkey --valkey redis://127.0.0.1:6379 --replicas-acknowledge 1",
            "  porchlight serve --profile zoom --plan free",
            "  PORCHLIGHT_ADMIN_TOKEN=$(cat token) porchlight serve --update-window 0s"
        })
public final class Serve implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private RateOptions rates = new RateOptions();

    @Mixin
    private WebhookOptions webhooks = new WebhookOptions();

    @Mixin
    private OAuthOptions oauth = new OAuthOptions();

    @Mixin
    private DevOptions dev = new DevOptions();

    public Serve(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings placed = shared.on(folder.on(listen.on(Settings.defaults()), surroundings.folder()));
        Settings ordinary = oauth.on(webhooks.on(rates.on(rules.on(placed))));
        Settings settings = dev.on(ordinary, folder.isGiven() || shared.isShared());
        Warnings.about(settings, surroundings);
        if (dev.isInVain()) {
            throw new Failure("--dev-app makes an app only in an emulator. Add --dev.", "");
        }
        if (webhooks.isHalf()) {
            throw new Failure("--webhook-cert and --webhook-key belong together. Give both, or none.", "");
        }
        try (Closing closing = new Closing()) {
            surroundings.stop().arm(closing);
            Porchlight server = Starting.start(settings);
            closing.add(server::close);
            print(settings, server);
            surroundings.stop().await();
        }
        return 0;
    }

    private void print(Settings settings, Porchlight server) {
        PrintStream out = surroundings.out();
        out.println("Porchlight is ready at " + server.uri());
        if (settings.dev().on()) {
            out.println(new DevText(settings, server).text());
        } else {
            server.newAdminToken().ifPresent(token -> out.println(firstSteps(settings, server, token)));
        }
        out.flush();
    }

    private String firstSteps(Settings settings, Porchlight server, String token) {
        String command = surroundings.command();
        return """

                The administrator's token of this new folder, shown only now: keep it.

                  %1$s

                Next, in another terminal: add a user, sign a client in, and set the status.

                  %2$s user add ada@example.com --data %3$s
                  %2$s session open ada@example.com --version 6.4.0 --lease 8h --data %3$s
                  curl -X PUT -H "Authorization: Bearer %1$s" --form status=Busy %4$s/v2/users/ada@example.com/presence_status
                  %2$s user show ada@example.com --data %3$s
                """.formatted(token, command, Quoted.word(settings.data().toString()), server.uri());
    }
}
