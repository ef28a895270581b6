package dev.porchlight.acceptance.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a command printed, and how it ended. */
record Command(int status, String out, String err) {
    private static final int PATIENCE_SECONDS = 60;

    /** Runs the {@code porchlight} command to its end. */
    static Command run(Object... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return run(porchlight(words));
    }

    /** A shell's. */
    static Command bash(String script) throws IOException, InterruptedException {
        return run(new ProcessBuilder("bash", "-c", script));
    }

    private static Command run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("porchlight-", ".out");
        Path err = Files.createTempFile("porchlight-", ".err");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(builder.command().getLast() + " does not end; it said: "
                        + Files.readString(out) + Files.readString(err));
            }
            return new Command(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The {@code porchlight} command in a JVM of its own, from the classes under test. */
    static ProcessBuilder porchlight(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.porchlight.cli.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PORCHLIGHT_"));
        return builder;
    }
}
