package dev.porchlight.cli.setting;

import dev.porchlight.server.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server is found, and who may run it. */
public final class ListenOptions {
    @Setting
    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen on. 0.0.0.0 is every network of this machine: put TLS in front of it.")
    private String host = Settings.defaults().host();

    @Setting
    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Numbers.Port.class,
            description = "The port to listen on; 0 takes any that is free.")
    private int port = Settings.defaults().port();

    @Setting(shownDefault = "a new folder gets one, printed once")
    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description =
                    "A token that may do everything in the account \"default\". Everybody on this machine can read"
                            + " the options of a command; the variable and the file are better places.")
    private @Nullable String adminToken;

    public Settings on(Settings settings) {
        return settings.withHost(host).withPort(port).withAdminToken(adminToken);
    }
}
