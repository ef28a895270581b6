package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.Shell.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    private static final Pattern READY = Pattern.compile("^Porchlight is ready at (http://127\\.0\\.0\\.1:\\d+)\n");
    private static final String LONG = "a-token-that-is-long-enough";

    @TempDir
    private Path folder;

    @Test
    void itSaysWhereItAnswersAndAnswersThere() {
        Ran ran = new Shell(folder)
                .whileItRuns(out ->
                        assertThat(status(ready(out) + "/health/ready", "none")).isEqualTo(200))
                .run("serve", "--port", "0", "--admin-token", LONG);

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).matches(READY.pattern());
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aNewFolderGetsAnAdministratorsTokenThatWorksAndIsPrintedOnce() {
        Ran first = new Shell(folder)
                .whileItRuns(out -> assertThat(status(ready(out) + "/v1/tokens", token(out)))
                        .isEqualTo(200))
                .run("serve", "--port", "0");
        Ran second = new Shell(folder).run("serve", "--port", "0");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("keep it", "porchlight user add ada@example.com --data " + folder);
        assertThat(second.status()).isZero();
        assertThat(second.out()).matches(READY.pattern());
    }

    @Test
    void aGivenTokenIsTheAdministrators() {
        Ran ran = new Shell(folder)
                .with("PORCHLIGHT_ADMIN_TOKEN", LONG)
                .whileItRuns(out ->
                        assertThat(status(ready(out) + "/v1/tokens", LONG)).isEqualTo(200))
                .run("serve", "--port", "0");

        assertThat(ran.out()).doesNotContain(LONG);
    }

    @Test
    void whatTheFirstStepsSayCanBeDone() {
        Shell other = new Shell(folder);
        new Shell(folder)
                .whileItRuns(out -> out.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("porchlight "))
                        .forEach(line -> {
                            Ran ran = other.run(
                                    line.substring("porchlight ".length()).split(" "));
                            assertThat(ran.status()).as(line + ": " + ran.err()).isZero();
                        }))
                .run("serve", "--port", "0");
    }

    @Test
    void anEmulatorKeepsNothingAndItsAppGetsAToken() {
        Ran ran = new Shell(folder)
                .whileItRuns(out -> {
                    assertThat(status(ready(out) + "/_dev/clock", "none")).isEqualTo(200);
                    assertThat(folder).isEmptyDirectory();
                })
                .run("serve", "--port", "0", "--dev", "--dev-app", "bot:secret-of-the-bot", "--dev-app", "b:c:d");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("This is an emulator", "-u bot:$SECRET").doesNotContain("secret-of-the-bot");
    }

    @Test
    void anEmulatorWithAFolderKeepsIt() {
        Ran ran = new Shell(folder)
                .whileItRuns(out -> assertThat(folder.resolve("kept")).isNotEmptyDirectory())
                .run("serve", "--port", "0", "--dev", "--data", "kept");

        assertThat(ran.out()).contains("so it cannot be reset");
    }

    @Test
    void anAppOfAnotherFormAndOneWithoutAnEmulatorAreRefused() {
        assertThat(new Shell(folder).run("serve", "--dev", "--dev-app", "bot").err())
                .contains("--dev-app", "expected: CLIENT_ID:CLIENT_SECRET");
        assertThat(new Shell(folder).run("serve", "--dev-app", "bot:secret").err())
                .contains("Add --dev.");
    }

    @Test
    void itsFolderIsReleasedWhenItStops() {
        new Shell(folder).run("serve", "--port", "0");

        assertThat(folder.resolve("porchlight-data/control.json")).doesNotExist();
        assertThat(new Shell(folder).run("user", "list").status()).isZero();
    }

    @Test
    void aTakenPortIsOneLineWithTheNextStep() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = new Shell(folder).run("serve", "--port", "" + other.getLocalPort());

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).contains("Cannot listen on 127.0.0.1:" + other.getLocalPort(), "--port");
        }
    }

    @Test
    void aFolderInUseIsOneLineWithTheNextStep() {
        new Shell(folder)
                .whileItRuns(out -> {
                    Ran ran = new Shell(folder).run("serve", "--port", "0");
                    assertThat(ran.status()).isEqualTo(1);
                    assertThat(ran.err().lines()).hasSize(1);
                    assertThat(ran.err()).contains("in use", "--data");
                })
                .run("serve", "--port", "0");
    }

    @Test
    void aFolderOfSomethingElseIsLeftAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("photos"));
        Files.writeString(folder.resolve("photos/cat.txt"), "meow");

        Ran ran = new Shell(folder).run("serve", "--port", "0", "--data", "photos");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("holds no Porchlight data", "--data");
        assertThat(folder.resolve("photos")).isDirectoryNotContaining(path -> !path.endsWith("cat.txt"));
    }

    @Test
    void anOpenHostIsWarnedOf() {
        Ran ran = new Shell(folder).run("serve", "--port", "0", "--host", "0.0.0.0");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Warning: 0.0.0.0 can be reached from other machines", "TLS");
    }

    @Test
    void aShortTokenIsWarnedOfWithoutShowingIt() {
        Ran ran = new Shell(folder).run("serve", "--port", "0", "--admin-token", "hunter2");

        assertThat(ran.err())
                .contains("Warning: the admin token has 7 characters")
                .doesNotContain("hunter2");
    }

    @Test
    void aMisspeltVariableIsWarnedOf() {
        Ran ran = new Shell(folder)
                .with("PORCHLIGHT_PROT", "1")
                .with("PORCHLIGHT_JAVA_OPTS", "-Xmx1g")
                .run("serve", "--port", "0");

        assertThat(ran.err())
                .isEqualTo("Warning: the variable PORCHLIGHT_PROT is not a setting. Did you mean PORCHLIGHT_PORT?\n");
    }

    @Test
    void aBadValueNamesTheVariableThatHoldsIt() {
        Ran ran = new Shell(folder).with("PORCHLIGHT_PORT", "http").run("serve");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("PORCHLIGHT_PORT: ").contains("'http' (expected: 0 to 65535)");
    }

    @Test
    void aSettingsFileWithAnUnknownKeyStartsNothing() throws IOException {
        Files.writeString(folder.resolve("porchlight.properties"), "prot=0\n");

        Ran ran = new Shell(folder).run("serve");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("prot", "Did you mean port?");
        assertThat(folder.resolve("porchlight-data")).doesNotExist();
    }

    private static String ready(String out) {
        Matcher matcher = READY.matcher(out);
        assertThat(matcher.find()).as(out).isTrue();
        return matcher.group(1);
    }

    private static String token(String out) {
        return out.lines()
                .map(String::strip)
                .filter(line -> line.matches("[A-Za-z0-9_-]{40,}"))
                .findFirst()
                .orElseThrow();
    }

    private static int status(String url, String token) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
