package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencePagesTest {
    private static final Path ZOOM =
            Path.of("../server/src/main/resources/dev/porchlight/server/reference/zoom.postman_collection.json");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(ZOOM, folder.resolve("zoom.json"));
    }

    @Test
    void aSiteIsWrittenAndSaysWhereItBegins() {
        Ran ran = run("build", "zoom.json", "--out", "site", "--languages", "go,curl");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo("Wrote 3 pages of 1 items. Open " + folder.resolve("site/index.html") + "\n");
        assertThat(folder.resolve("site/zoom-api/update-a-users-presence-status/go/index.html"))
                .content()
                .contains("package main");
    }

    @Test
    void anItemIsShownByItsName() {
        Ran ran =
                run("show", "zoom.json", "Update a user's presence status", "--language", "python", "--part", "sample");

        assertThat(ran.out()).startsWith("import requests\n").contains("(\"duration\", (None, \"1221\")),");
    }

    @Test
    void quirksShowTheValuesPiledUp() {
        Ran ran = run(
                "show", "zoom.json", "Update a user's presence status", "--language", "csharp", "--quirks", "chilkat");

        assertThat(ran.out())
                .contains("req.AddParam(\"duration\",\"Available1221\");", "--form 'duration=Available1221'\n");
    }

    @Test
    void theAddressAndTheEnvironmentGiveValues() throws IOException {
        Files.writeString(folder.resolve("env.json"), """
                {"values":[{"key":"baseUrl","value":"http://staging"},{"key":"off","value":"x","enabled":false}]}""");

        assertThat(run("show", "zoom.json", "Update a user's presence status", "--env", "env.json", "--part", "curl")
                        .out())
                .contains("'http://staging/users/:userId/presence_status'");
        assertThat(run(
                                "show",
                                "zoom.json",
                                "Update a user's presence status",
                                "--base-url",
                                "http://here",
                                "--part",
                                "curl")
                        .out())
                .contains("'http://here/users/");
    }

    @Test
    void withoutAnItemTheItemsAreListed() {
        assertThat(run("show", "zoom.json").out()).isEqualTo("Update a user's presence status\n");
    }

    @Test
    void whatIsOddIsListedWithItsPath() throws IOException {
        Files.writeString(folder.resolve("odd.json"), """
                {"info":{},"item":[{"name":"a","request":{"url":"http://a","method":7}},
                {"name":"b","request":{"url":"http://a","method":"POST","body":{"mode":"carrier pigeon"}}}]}""");
        Ran ran = run("check", "odd.json");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out().lines())
                .containsExactlyInAnyOrder(
                        "$.info.name: nothing (expected: a name)",
                        "$.item[0].request.method: 7 (expected: a method, such as GET)",
                        "$.item[1].request.body.mode: \"carrier pigeon\" (expected: raw, urlencoded, formdata, graphql or file)");
        assertThat(CommandsContract.json(run("check", "odd.json", "--json"))
                        .path(0)
                        .path("path")
                        .asText())
                .isEqualTo("$.info.name");
        assertThat(run("check", "zoom.json").status()).isZero();
    }

    @Test
    void aBadItemIsNamedAndTheOthersAreWritten() throws IOException {
        Files.writeString(folder.resolve("bad.json"), """
                {"info":{"name":"c"},"item":[{"name":"a","request":5},{"name":"b","request":"http://a"}]}""");
        Ran ran = run("build", "bad.json", "--out", "site", "--languages", "curl");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("bad.json: $.item[0].request: 5 (expected: a request, as an address or as an object)\n");
        assertThat(folder.resolve("site/c/b/index.html")).exists();
    }

    @Test
    void whatIsNoCollectionIsRefusedInWords() throws IOException {
        Files.writeString(folder.resolve("no.json"), "{\"item\": [1,");
        Files.writeString(folder.resolve("other.json"), "[]");

        assertThat(run("build", "no.json", "--out", "s").err())
                .contains("no.json: $.item", "at line 1")
                .contains("JSON");
        assertThat(run("build", "other.json", "--out", "s").err()).contains("$: a list (expected: ");
        assertThat(run("build", "none.json", "--out", "s").err()).contains("there is no such file");
        assertThat(run("build", "zoom.json", "--out", "s", "--languages", "cobol")
                        .err())
                .contains("Unknown language: cobol.", "Expected: csharp, ");
        assertThat(run("show", "zoom.json", "Nothing").err()).contains("There is no item Nothing.");
        assertThat(run("show", "zoom.json", "Update a user's presence status", "--part", "tail")
                        .err())
                .contains("--part: tail (expected: sample, curl, request, json, responses).");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    private Ran run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "reference";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Shell(folder).run(all);
    }
}
