package dev.porchlight.cli.profile;

import dev.porchlight.cli.profile.store.Profiles;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code porchlight logout}: forgets a profile. */
@Command(
        name = "logout",
        description =
                "Forget a profile with its tokens. They stay valid at the server until they end or are revoked there.",
        footer = {"  porchlight logout --profile zoom"})
public final class Logout implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--profile", paramLabel = "NAME", required = true, description = "Which one.")
    private String name = "";

    public Logout(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!new Profiles(surroundings).remove(name)) {
            throw new Failure("There is no profile " + name + ".", "See which there are with: porchlight profiles");
        }
        surroundings.out().println("Forgot " + name + ".");
        return 0;
    }
}
