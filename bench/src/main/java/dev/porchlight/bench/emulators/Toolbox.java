package dev.porchlight.bench.emulators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the other servers are installed, once for all runs: nothing of it is part of the project. */
final class Toolbox {
    static final String PRISM = "@stoplight/prism-cli@5.14.2";
    static final String MOCKOON = "@mockoon/cli@9.9.0";
    static final String WIREMOCK = "org.wiremock:wiremock-standalone:3.13.2";

    private final Path folder;

    Toolbox(Path folder) {
        this.folder = folder;
    }

    /** The folder of an npm package, which is installed if it is not there yet. */
    Path npm(String name) throws IOException, InterruptedException {
        Path home = folder.resolve(name.replaceAll("\\W+", "-"));
        if (!Files.exists(home.resolve("installed"))) {
            Files.createDirectories(home);
            run(
                    home,
                    "npm",
                    "install",
                    "--silent",
                    "--no-save",
                    "--no-package-lock",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    ".",
                    name);
            Files.createFile(home.resolve("installed"));
        }
        return home.resolve("node_modules");
    }

    /** The jar of a Maven artifact. */
    Path maven(String artifact) throws IOException, InterruptedException {
        String[] names = artifact.split(":", 3);
        Path jar = folder.resolve(names[1] + "-" + names[2] + ".jar");
        if (!Files.exists(jar)) {
            Files.createDirectories(folder);
            run(folder, "mvn", "-q", "-B", "dependency:copy", "-Dartifact=" + artifact, "-DoutputDirectory=.");
        }
        return jar;
    }

    private static void run(Path where, String... command) throws IOException, InterruptedException {
        Path log = where.resolve("install.log");
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }
}
