package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Postman's runner, as bin/install-newman leaves it. */
final class Newman {
    private static final Path PROGRAM = Path.of("../target/newman/node_modules/newman/bin/newman.js");
    private static final int PATIENCE_SECONDS = 120;

    private Newman() {}

    /** Leaves a test out where it is not installed, except in continuous integration. */
    static void assumeInstalled() {
        assumeTrue(
                Files.exists(PROGRAM) || "true".equals(System.getenv("CI")),
                "Newman is not installed: bin/install-newman");
    }

    /** Sends every item of the collection once, and fails with what any assertion of it says. Answers how many held. */
    static int holds(JsonNode collection, Map<String, String> variables, Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("collection.json"), collection.toString());
        Path report = folder.resolve("report.json");
        Path said = folder.resolve("newman.log");
        ProcessBuilder newman = new ProcessBuilder(
                "node",
                PROGRAM.toString(),
                "run",
                file.toString(),
                "--timeout-request",
                "20000",
                "--reporters",
                "cli,json",
                "--reporter-json-export",
                report.toString(),
                "--color",
                "off");
        variables.forEach((name, value) -> newman.command().addAll(List.of("--env-var", name + "=" + value)));
        newman.environment().put("NO_PROXY", "127.0.0.1");
        newman.redirectErrorStream(true).redirectOutput(said.toFile());
        Process process = newman.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        JsonNode run = new ObjectMapper().readTree(report.toFile()).path("run");
        assertThat(run.path("failures").valueStream().map(JsonNode::toString).collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(run.at("/stats/requests/total").asInt())
                .isEqualTo(collection.path("item").size());
        return run.at("/stats/assertions/total").asInt();
    }
}
