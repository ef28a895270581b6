package dev.porchlight.acceptance.docs;

import dev.porchlight.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code porchlight demo} as a process of its own, as a person starts it, on any free port. */
public final class DemoProcess implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("ready at (\\S+)");
    private static final Pattern ADMIN = Pattern.compile("administrator's token: +(\\S+)");
    private static final Pattern ADA = Pattern.compile("token of ada's own: +(\\S+)");
    private static final Pattern OPERATOR = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Process process;
    private final String said;

    private DemoProcess(Path folder, Process process, String said) {
        this.folder = folder;
        this.process = process;
        this.said = said;
    }

    /**
     * Starts it, and answers once everybody is signed in.
     *
     * @param folder an empty one, for the demo's data, its log and whatever the commands write
     */
    public static DemoProcess start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "demo",
                "--port",
                "0"));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("demo.log").toFile())
                .start();
        return new DemoProcess(folder, process, greeting(process, folder));
    }

    public String url() {
        return found(URL, said);
    }

    /** The administrator's. */
    public String token() {
        return found(ADMIN, said);
    }

    /** What a person copies into variables before pasting commands. */
    Map<String, String> tokens() throws IOException {
        return Map.of("TOKEN", token(), "ADA_TOKEN", found(ADA, said), "OPERATOR_TOKEN", operator());
    }

    private String operator() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path control = files.filter(file -> file.endsWith("control.json"))
                    .findFirst()
                    .orElseThrow();
            return found(OPERATOR, Files.readString(control));
        }
    }

    /** Everything that the demo prints before it waits. */
    private static String greeting(Process process, Path folder) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Stop with")) {
                return said.toString();
            }
        }
        throw new IOException("the demo ended: " + said + Files.readString(folder.resolve("demo.log")));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }

    /** Stops it as Ctrl-C would. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
