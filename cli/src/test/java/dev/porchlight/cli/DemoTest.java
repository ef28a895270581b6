package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.cli.Shell.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final String TOKEN = "the-administrators-own-token";

    @TempDir
    private Path folder;

    @Test
    void twelveUsersAreSignedInEachWithAStatus() {
        Ran ran = new Shell(folder).run("demo", "--port", "0");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Porchlight is ready at http://127.0.0.1:");
        List<String> people = ran.out()
                .lines()
                .filter(line -> line.contains("@example.com  "))
                .toList();
        assertThat(people).hasSize(12).noneMatch(line -> line.contains("Offline"));
        assertThat(people.getFirst()).contains("ada@example.com", "In_A_Zoom_Meeting");
        assertThat(people)
                .anyMatch(line -> line.contains("4.6.0, active"))
                .anyMatch(line -> line.matches(".* 6\\.\\d+\\.\\d+, idle .*"))
                .anyMatch(line -> line.matches(".*Do_Not_Disturb +20\\S+Z"))
                .anyMatch(line -> line.matches(".*Busy +20\\S+Z"))
                .anyMatch(line -> line.contains("Out_of_Office"))
                .anyMatch(line -> line.contains("Away"));
    }

    @Test
    void theFirstCommandIsTheSeedsOwn() {
        Ran ran = new Shell(folder).run("demo", "--port", "0", "--admin-token", TOKEN);

        assertThat(commands(ran.out()).getFirst())
                .matches("curl -X PUT -H \"Authorization: Bearer " + TOKEN + "\""
                        + " -H \"Content-Type: multipart/form-data\" --form 'status=Available'"
                        + " --form 'duration=Available1221'"
                        + " http://127\\.0\\.0\\.1:\\d+/v2/users/ada@example\\.com/presence_status");
    }

    @Test
    void theCommandsThatItPrintsDoWhatItSays() {
        assumeTrue(hasCurl(), "curl is not installed");
        new Shell(folder)
                .whileItRuns(out -> {
                    List<String> commands = commands(out);
                    assertThat(commands).hasSize(5);
                    assertThat(bash(commands.get(0))).isEmpty();
                    assertThat(bash(commands.get(1))).isEqualTo("{\"status\":\"Available\"}");
                    assertThat(bash(commands.get(0))).contains("\"code\":429", "Please wait");
                    assertThat(bash(commands.get(2))).isEmpty();
                    assertThat(bash(commands.get(3))).contains("\"status\":\"Do_Not_Disturb\"", "\"until\"", "\"why\"");
                    assertThat(bash(commands.get(4))).contains("\"code\":5301", "5.3.0");
                })
                .run("demo", "--port", "0");
    }

    @Test
    void adasOwnTokenIsHers() {
        assumeTrue(hasCurl(), "curl is not installed");
        new Shell(folder)
                .whileItRuns(out -> {
                    String token = after(out, "A token of ada's own:");
                    String url = after(out, "Porchlight is ready at");
                    String me =
                            "curl -s -H 'Authorization: Bearer " + token + "' " + url + "/v2/users/me/presence_status";
                    assertThat(bash(me)).contains("In_A_Meeting");
                })
                .run("demo", "--port", "0");
    }

    @Test
    void nothingOfItIsLeft() {
        List<Path> mine = new ArrayList<>();

        new Shell(folder).whileItRuns(out -> mine.addAll(demosOfThisProcess())).run("demo", "--port", "0");

        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst()).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    /** Others may run demos at the same time; a folder's lock tells whose it is. */
    private static List<Path> demosOfThisProcess() {
        String pid = Long.toString(ProcessHandle.current().pid());
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("porchlight-demo-"))
                    .filter(path -> holds(path.resolve("lock"), pid))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holds(Path lock, String pid) {
        try {
            return Files.readString(lock).strip().equals(pid);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> commands(String out) {
        return out.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();
    }

    private static String after(String out, String words) {
        return out.lines()
                .filter(line -> line.startsWith(words))
                .map(line -> line.substring(words.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasCurl() {
        return bash("command -v curl").contains("curl") || "true".equals(System.getenv("CI"));
    }

    /** What the command prints; curl's progress goes elsewhere. */
    private static String bash(String command) {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return out.strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
