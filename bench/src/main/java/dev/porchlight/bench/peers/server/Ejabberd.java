package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.peers.speech.XmppDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ejabberd with its rosters in memory ({@code disc_copies}; else a login takes ten times as long), with the modules that
 * presence needs and no others, and without busy waiting of Erlang's schedulers, which would count as CPU time.
 */
public final class Ejabberd implements Peer {
    private final Path folder;

    public Ejabberd(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "ejabberd";
    }

    @Override
    public Optional<String> missing() {
        return Starting.missing("ejabberdctl", "ejabberd").or(() -> Starting.missing("erl", "ejabberd"));
    }

    @Override
    public void fill(List<Contacts> all) throws IOException, InterruptedException {
        int api = Starting.freePort();
        try (Live live = start(api)) {
            new EjabberdFilling(api).fill(all);
            live.settle();
        }
    }

    @Override
    public Live start() throws IOException, InterruptedException {
        return start(Starting.freePort());
    }

    private Live start(int api) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("database"));
        int port = Starting.freePort();
        Path settings = folder.resolve("ejabberd.yml");
        Files.writeString(settings, settings(port, api));
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "ERL_LIBS", libraries(),
                "ERL_MAX_PORTS", "32000",
                "ERL_CRASH_DUMP", folder.resolve("crash.dump").toString(),
                "EJABBERD_CONFIG_PATH", settings.toString(),
                "EJABBERD_LOG_PATH", folder.resolve("ejabberd.log").toString());
        Starting starting =
                new Starting(name(), command(), environment, List.of(port, api), folder.resolve("output.log"));
        return new Live(name(), starting.start(), Starting.loopback(port), new XmppDialect());
    }

    /** As Debian's ejabberdctl starts it, but in the foreground, as this user, and without a name on the network. */
    private List<String> command() {
        return List.of(
                "erl",
                "-noinput",
                "+P",
                "250000",
                "+sbwt",
                "none",
                "+sbwtdcpu",
                "none",
                "+sbwtdio",
                "none",
                "-mnesia",
                "dir",
                '"' + folder.resolve("database").toString() + '"',
                "dump_log_write_threshold",
                "50000",
                "-s",
                "ejabberd",
                "-eval",
                "mnesia:change_table_copy_type(roster, node(), disc_copies).");
    }

    private static String libraries() throws IOException {
        try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            for (Path libraries : folders) {
                return libraries.toString();
            }
        }
        return "/usr/lib";
    }

    private static String settings(int port, int api) {
        return """
                loglevel: error
                hosts:
                  - %s
                listen:
                  - port: %d
                    ip: "127.0.0.1"
                    module: ejabberd_c2s
                    backlog: 1024
                  - port: %d
                    ip: "127.0.0.1"
                    module: ejabberd_http
                    request_handlers:
                      /api: mod_http_api
                acl:
                  loopback:
                    ip: 127.0.0.0/8
                api_permissions:
                  "filling":
                    who:
                      access:
                        allow:
                          acl: loopback
                    what: "*"
                auth_method: internal
                auth_password_format: plain
                modules:
                  mod_roster: {}
                  mod_http_api: {}
                  mod_admin_extra: {}
                """.formatted(XmppDialect.DOMAIN, port, api);
    }
}
