package dev.porchlight.cli.folder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.command.Body;
import dev.porchlight.cli.command.JsonOption;
import dev.porchlight.cli.remote.Finder;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.TargetOptions;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Progress;
import dev.porchlight.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight backup}: a copy of the folder, while the server runs. */
@Command(
        name = "backup",
        description = {
            "Copy the folder while the server runs, all as of one moment.",
            "The server writes the copy, so DIR is on its machine. DIR must not exist."
        },
        footer = {
            "  porchlight backup /backups/porchlight-$(date +%%F)",
            "  porchlight restore /backups/porchlight-2026-03-27 --data ./restored"
        })
public final class Backup implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The folder to make.")
    private String directory = "";

    @Option(names = "--json", description = JsonOption.HELP)
    private boolean json;

    @Mixin
    private TargetOptions target = new TargetOptions();

    public Backup(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path to = surroundings.folder().resolve(directory).normalize();
        try (Remote server = new Finder(surroundings).existing(target)) {
            Body body = new Body().with("directory", to.toString());
            JsonNode done = server.to("back up to " + to).post("/v1/operator/backup", body.json());
            String size = Progress.size(done.path("bytes").asLong());
            new Output(surroundings, json)
                    .done(done, "Backed up to " + to + ": " + done.path("files").asLong() + " files, " + size + ".");
        }
        return 0;
    }
}
