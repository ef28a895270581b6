package dev.porchlight.cli.remote;

import dev.porchlight.cli.log.StandardErrorLog;
import dev.porchlight.cli.profile.store.Profile;
import dev.porchlight.cli.profile.store.Profiles;
import dev.porchlight.cli.setting.Addresses;
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
    private final Profiles profiles;

    public Finder(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.profiles = new Profiles(surroundings);
    }

    /** The server. A folder that is missing is a failure. */
    public Remote existing(TargetOptions target) {
        Path data = target.data(surroundings.folder());
        if (target.profile() == null && target.url() == null && Files.notExists(data)) {
            throw new Failure(
                    "There is no Porchlight folder " + data + ".",
                    "Start a server with: " + surroundings.command() + " serve. Or name its folder with --data, or its"
                            + " address with --url.");
        }
        return orNew(target);
    }

    /** The server. A folder that is missing is made. */
    public Remote orNew(TargetOptions target) {
        if (target.profile() != null) {
            Profile profile = profiles.named(target.profile());
            return Remote.at(profile.url(), profiles.tokens(profile), target.account());
        }
        if (target.url() != null) {
            return at(target.url(), target);
        }
        Path data = target.data(surroundings.folder());
        Optional<Control> running = ControlFile.in(data);
        return running.isPresent()
                ? Remote.at(URI.create(running.get().url()), new OperatorTokens(data, running.get()), target.account())
                : onFolder(data, target.account());
    }

    private static Remote at(String url, TargetOptions target) {
        String token = target.token();
        if (token == null) {
            throw new Failure("--url needs a token.", "Give it with --token or, better, PORCHLIGHT_TOKEN.");
        }
        return Remote.at(Addresses.of("--url", url), () -> token, target.account());
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
