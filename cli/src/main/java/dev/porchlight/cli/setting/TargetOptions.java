package dev.porchlight.cli.setting;

import dev.porchlight.server.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a command speaks to, and as whom. */
public final class TargetOptions {
    @Setting
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A server that login has written down, with its tokens. It goes before --url.")
    private @Nullable String profile;

    @Setting
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server to speak to. Without it, the one that runs on the folder of --data; when none"
                    + " does, the command opens the folder itself.")
    private @Nullable String url;

    @Setting
    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "An access token for --url. Most commands need the scope porchlight:admin.")
    private @Nullable String token;

    @Setting
    @Option(names = "--data", paramLabel = "DIR", description = "The server's folder. Who can read it needs no token.")
    private String data = "./" + Settings.defaults().data();

    @Setting
    @Option(names = "--account", paramLabel = "ID", description = "The account to act in.")
    private String account = "default";

    public @Nullable String profile() {
        return profile;
    }

    public @Nullable String url() {
        return url;
    }

    public @Nullable String token() {
        return token;
    }

    /** The folder; a relative one starts from the given one. */
    public Path data(Path folder) {
        return folder.resolve(data).normalize();
    }

    public String account() {
        return account;
    }
}
