package dev.porchlight.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The load generator: wrk with two threads. One of them needs about 10 µs for a request, which would hold a server back that
 * needs no more.
 */
public final class Wrk {
    private final Path script;

    private Wrk(Path script) {
        this.script = script;
    }

    /**
     * Writes the script into the folder.
     *
     * @throws IllegalStateException where wrk is not installed
     */
    public static Wrk in(Path folder) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            throw new IllegalStateException("wrk: not found (expected: on the PATH; apt-get install wrk)", missing);
        }
        Path script = folder.resolve("presence.lua");
        try (InputStream text = Objects.requireNonNull(Wrk.class.getResourceAsStream("presence.lua"))) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Wrk(script);
    }

    /** Drives the server for a time, in whole seconds. */
    public Result drive(URI server, Load load, Duration time, long seed) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(command(server, load, time, seed))
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return Result.parse(output);
    }

    private List<String> command(URI server, Load load, Duration time, long seed) {
        return List.of(
                "wrk",
                "--threads=2",
                "--connections=" + load.connections(),
                "--duration=" + time.toSeconds() + "s",
                "--timeout=10s",
                "--script=" + script,
                server.toString(),
                "--",
                load.method().name(),
                String.valueOf(load.users()),
                load.token(),
                server.getAuthority(),
                String.valueOf(seed));
    }
}
