package dev.porchlight.bench.scenario;

import dev.porchlight.bench.bare.BareServer;
import dev.porchlight.bench.run.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the servers are and how they are started.
 *
 * @param home the repository, built
 * @param work an empty folder for data and logs
 * @param jvm the options of both servers, so that neither has the better ones
 * @param loops event loops of the bare server
 */
public record Site(Path home, Path work, List<String> jvm, int loops) {
    /** What the bench's administrator says. */
    public static final String TOKEN = "bench-token-of-forty-three-characters-00000";

    /** The bare server on any port. */
    Launch bare(String name) {
        return bare(name, 0, List.of());
    }

    Launch bare(String name, int port, List<String> moreJvm) {
        List<String> program = List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                String.valueOf(port),
                String.valueOf(loops));
        return Launch.java(name, with(moreJvm), program, log(name));
    }

    /** Porchlight on any port, without the once-a-minute rule, which the load would break. */
    public Launch porchlight(String name, Path folder, List<String> moreJvm) {
        return porchlight(name, folder, moreJvm, List.of());
    }

    /** The same with more options of the command. */
    public Launch porchlight(String name, Path folder, List<String> moreJvm, List<String> options) {
        List<String> program = new ArrayList<>(List.of(
                "-Djava.library.path=" + distribution().resolve("native"),
                "-jar",
                distribution().resolve("porchlight.jar").toString()));
        program.addAll(serve(folder, 0));
        program.addAll(List.of("--update-window", "0s"));
        program.addAll(options);
        return Launch.java(name, with(moreJvm), program, log(name));
    }

    /** Porchlight as it is installed, by itself. */
    Launch installed(Path folder, int port) {
        return installed(folder, port, List.of());
    }

    /** Porchlight as it is installed: its own command with its own settings. */
    Launch installed(Path folder, int port, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("porchlight").toString());
        command.addAll(serve(folder, port));
        command.addAll(more);
        return new Launch("Porchlight", command, log("installed"));
    }

    /** What the installed command reads from disk. */
    Path distribution() {
        return home.resolve("cli/target/porchlight");
    }

    private static List<String> serve(Path folder, int port) {
        return List.of("serve", "--port", String.valueOf(port), "--data", folder.toString(), "--admin-token", TOKEN);
    }

    private List<String> with(List<String> more) {
        List<String> all = new ArrayList<>(jvm);
        all.addAll(more);
        return all;
    }

    private Path log(String name) {
        return work.resolve(name.replace(' ', '-') + ".log");
    }
}
