package dev.porchlight.cli.remote;

import dev.porchlight.cli.log.StandardErrorLog;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import dev.porchlight.server.StartException;
import dev.porchlight.wire.Control;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server that a command means: by address, or the one that runs on a folder, or one on it for the moment. */
public final class Finder {
    private final Surroundings surroundings;

    public Finder(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The server. A folder that is missing is a failure. */
    public Remote existing(TargetOptions target) {
        Path data = target.data(surroundings.folder());
        if (target.url() == null && Files.notExists(data)) {
            throw new Failure(
                    "There is no Porchlight folder " + data + ".",
                    "Start a server with: " + surroundings.command() + " serve. Or name its folder with --data, or its"
                            + " address with --url.");
        }
        return orNew(target);
    }

    /** The server. A folder that is missing is made. */
    public Remote orNew(TargetOptions target) {
        if (target.url() != null) {
            return at(target.url(), target);
        }
        Path data = target.data(surroundings.folder());
        Optional<Control> running = ControlFile.in(data);
        return running.isPresent()
                ? Remote.at(URI.create(running.get().url()), running.get().token(), target.account())
                : onFolder(data, target.account());
    }

    private static Remote at(String url, TargetOptions target) {
        if (target.token() == null) {
            throw new Failure("--url needs a token.", "Give it with --token or, better, PORCHLIGHT_TOKEN.");
        }
        try {
            URI uri = new URI(url);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return Remote.at(uri, target.token(), target.account());
            }
        } catch (java.net.URISyntaxException e) {
            throw badUrl(url);
        }
        throw badUrl(url);
    }

    private static Failure badUrl(String url) {
        return new Failure("--url: '" + url + "' (expected: an address such as http://127.0.0.1:8484).", "");
    }

    private Remote onFolder(Path data, String account) {
        StandardErrorLog.quiet();
        Settings settings = Settings.defaults().withPort(0).withData(data);
        try {
            Porchlight server = Porchlight.start(settings);
            server.newAdminToken()
                    .ifPresent(token -> surroundings
                            .err()
                            .println("Made the folder " + data
                                    + ". Its administrator's token, shown only now: keep it.\n\n  " + token + "\n"));
            return Remote.within(server, account);
        } catch (StartException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
    }
}
