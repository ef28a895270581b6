package dev.porchlight.bench.peers.server;

import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.peers.speech.XmppDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prosody with the modules that presence needs and no others; its accounts and rosters are files. */
public final class Prosody implements Peer {
    private final Path folder;

    public Prosody(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "Prosody";
    }

    @Override
    public Optional<String> missing() {
        return Starting.missing("prosody", "prosody");
    }

    /** Written as Prosody's own storage does, which is many times quicker than asking it to. */
    @Override
    public void fill(List<Contacts> all) throws IOException {
        Path accounts = Files.createDirectories(folder.resolve("data/" + XmppDialect.DOMAIN + "/accounts"));
        Path rosters = Files.createDirectories(folder.resolve("data/" + XmppDialect.DOMAIN + "/roster"));
        for (Contacts contacts : all) {
            for (int user = 0; user < contacts.users(); user++) {
                // Storage encodes everything but letters and digits.
                String file = XmppDialect.account(contacts, user).replace("-", "%2d") + ".dat";
                Files.writeString(
                        accounts.resolve(file), "return { [\"password\"] = \"" + XmppDialect.PASSWORD + "\"; };\n");
                Files.writeString(rosters.resolve(file), roster(contacts, user));
            }
        }
    }

    private static String roster(Contacts contacts, int user) {
        StringBuilder roster = new StringBuilder("return { [false] = { [\"version\"] = 1; [\"pending\"] = {}; };\n");
        for (Rosters.Item item : Rosters.of(contacts, user)) {
            roster.append("[\"%s@%s\"] = { [\"subscription\"] = \"%s\"; [\"groups\"] = {}; };\n"
                    .formatted(XmppDialect.account(contacts, item.user()), XmppDialect.DOMAIN, item.subscription()));
        }
        return roster.append("};\n").toString();
    }

    @Override
    public Live start() throws IOException, InterruptedException {
        int port = Starting.freePort();
        Path settings = folder.resolve("prosody.cfg.lua");
        Files.createDirectories(folder.resolve("certs"));
        Files.writeString(settings, settings(port));
        List<String> command = List.of("prosody", "-F", "--config", settings.toString());
        Starting starting = new Starting(name(), command, Map.of(), List.of(port), folder.resolve("prosody.log"));
        return new Live(name(), starting.start(), Starting.loopback(port), new XmppDialect());
    }

    private String settings(int port) {
        return """
                pidfile = "%1$s/prosody.pid"
                data_path = "%1$s/data"
                certificates = "%1$s/certs"
                run_as_root = true
                interfaces = { "127.0.0.1" }
                c2s_ports = { %2$d }
                network_settings = { tcp_backlog = 1024 }
                modules_enabled = { "roster", "saslauth" }
                modules_disabled = { "s2s", "tls", "offline", "posix" }
                authentication = "internal_plain"
                storage = "internal"
                c2s_require_encryption = false
                allow_unencrypted_plain_auth = true
                log = { error = "*console" }
                VirtualHost "%3$s"
                """.formatted(folder, port, XmppDialect.DOMAIN);
    }
}
