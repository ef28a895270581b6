package dev.porchlight.acceptance.terminal;

import dev.porchlight.acceptance.docs.DemoProcess;
import dev.porchlight.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code ./porchlight} in a folder, which runs the classes under test and speaks to a demo as its administrator. */
record Program(Path folder) {

    void write(DemoProcess demo) throws IOException {
        Path script = Files.writeString(folder.resolve("porchlight"), """
                #!/bin/sh
                unset NO_COLOR
                PORCHLIGHT_URL='%s' PORCHLIGHT_TOKEN='%s' exec '%s/bin/java' -XX:TieredStopAtLevel=1 \\
                  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp '%s' %s "$@"
                """.formatted(
                        demo.url(),
                        demo.token(),
                        System.getProperty("java.home"),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs a command, and answers what it printed. */
    String run(String arguments) {
        try {
            Process process = new ProcessBuilder("sh", "-c", "./porchlight " + arguments)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
