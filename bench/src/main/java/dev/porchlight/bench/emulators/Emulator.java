package dev.porchlight.bench.emulators;

import dev.porchlight.bench.run.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that answers in Zoom's place, as it comes: Prism and Mockoon are handed Porchlight's OpenAPI document, WireMock a
 * stub for each of the two requests, Porchlight nothing.
 */
enum Emulator {
    PRISM("Prism 5") {
        @Override
        List<String> command(Ground ground, int port, boolean measured) throws IOException, InterruptedException {
            Path program = ground.tools().npm(Toolbox.PRISM).resolve("@stoplight/prism-cli/dist/index.js");
            return List.of(
                    "node",
                    program.toString(),
                    "mock",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--verboseLevel",
                    "fatal",
                    ground.openApi().toString());
        }
    },
    MOCKOON("Mockoon 9") {
        @Override
        List<String> command(Ground ground, int port, boolean measured) throws IOException, InterruptedException {
            Path program = ground.tools().npm(Toolbox.MOCKOON).resolve("@mockoon/cli/bin/run.js");
            return List.of(
                    "node",
                    program.toString(),
                    "start",
                    "--data",
                    ground.openApi().toString(),
                    "--hostname",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--disable-log-to-file");
        }
    },
    WIREMOCK("WireMock 3") {
        @Override
        List<String> command(Ground ground, int port, boolean measured) throws IOException, InterruptedException {
            Path jar = ground.tools().maven(Toolbox.WIREMOCK);
            Path root = ground.work().resolve("wiremock");
            Path stubs = Files.createDirectories(root.resolve("mappings"));
            stub(stubs, "PUT", "\"status\": 204");
            stub(stubs, "GET", "\"status\": 200, \"jsonBody\": {\"status\": \"Available\"}");
            List<String> program = new ArrayList<>(List.of(
                    "-jar",
                    jar.toString(),
                    "--bind-address",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--disable-banner",
                    "--root-dir",
                    root.toString()));
            if (measured) {
                // It would keep every request of the load in memory.
                program.add("--no-request-journal");
            }
            return Launch.java(title(), List.of("-Xmx768m"), program, ground.log())
                    .command();
        }

        private static void stub(Path folder, String method, String response) throws IOException {
            Files.writeString(folder.resolve(method + ".json"), """
                            {"request": {"method": "%s", "urlPathPattern": "/v2/users/[^/]+/presence_status"},
                             "response": {%s}}
                            """.formatted(method, response));
        }
    },
    PORCHLIGHT("Porchlight") {
        @Override
        List<String> command(Ground ground, int port, boolean measured) {
            return List.of(
                    ground.home().resolve("porchlight").toString(),
                    "serve",
                    "--dev",
                    "--dev-app",
                    Zoom.CLIENT + ":" + Zoom.SECRET,
                    "--port",
                    Integer.toString(port),
                    "--update-window",
                    // The load updates one user more than once a minute.
                    measured ? "0s" : "1m");
        }
    };

    private final String title;

    Emulator(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Starts it.
     *
     * @param measured whether it is to be loaded, and not asked what it can do
     */
    abstract List<String> command(Ground ground, int port, boolean measured) throws IOException, InterruptedException;

    /**
     * Where a run happens.
     *
     * @param openApi the description of the API
     */
    record Ground(Path home, Path work, Toolbox tools, Path openApi) {
        Path log() {
            return work.resolve("emulator.log");
        }
    }
}
