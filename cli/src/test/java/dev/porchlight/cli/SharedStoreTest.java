package dev.porchlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.cli.Shell.Ran;
import dev.porchlight.testkit.valkey.RedisServer;
import dev.porchlight.testkit.valkey.TestValkey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From one machine to many, as the README says it, and what is said where that cannot be. */
@Timeout(120)
class SharedStoreTest {
    @TempDir
    private Path folder;

    @Test
    void whatOneMachineHeldIsThereOnEveryNodeOfTheSharedStoreAndComesBack() {
        new Shell(folder).run("user", "add", "ada@example.com", "--id", "ada");
        new Shell(folder).run("session", "open", "ada", "--version", "6.4.0", "--lease", "8h");
        assertThat(new Shell(folder).run("export", "all.jsonl").status()).isZero();
        List<String> store = store();

        Ran imported = run(List.of("import", "all.jsonl"), store);

        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(imported.out())
                .contains("Imported into the shared store: 1 accounts, 1 users", "1 presences", "1 events")
                .contains("porchlight serve --store valkey");
        serve(
                store,
                "a",
                () -> serve(store, "b", () -> {
                    Ran shown = new Shell(folder).run("user", "show", "ada", "--data", "b");
                    assertThat(shown.out()).as(shown.err()).contains("Available");
                    assertThat(new Shell(folder)
                                    .run("export", "back.jsonl", "--data", "a")
                                    .status())
                            .isZero();
                }));
        Ran back = new Shell(folder).run("import", "back.jsonl", "--data", "returned");
        assertThat(back.out()).as(back.err()).contains("1 users", "1 presences", "1 events");
    }

    @Test
    void aStoreThatHoldsSomethingIsNotImportedInto() {
        new Shell(folder).run("user", "add", "ada@example.com");
        new Shell(folder).run("export", "all.jsonl");
        List<String> store = store();
        run(List.of("import", "all.jsonl"), store);

        Ran again = run(List.of("import", "all.jsonl"), store);

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("has 1 accounts already", "--valkey-prefix", "Nothing was imported");
    }

    @Test
    void anImportGoesToAFolderOrToASharedStore() {
        assertThat(new Shell(folder).run("import", "all.jsonl").err()).contains("--data DIR", "--store valkey");
    }

    @Test
    void aStoreThatIsNotThereIsOneLineWithTheNextStep() {
        String nobody = "redis://me:secret@127.0.0.1:" + RedisServer.freePort();

        Ran ran = new Shell(folder)
                .run("serve", "--port", "0", "--store", "valkey", "--valkey", nobody, "--store-wait", "500ms");
        Ran served = new Shell(folder)
                .run("serve", "--port", "0", "--store", "valkey", "--valkey", nobody, "--store-wait", "PT0.5S");

        assertThat(ran.err()).contains("--store-wait", "expected: a duration");
        assertThat(served.status()).isEqualTo(1);
        assertThat(served.out()).isEmpty();
        assertThat(served.err()).contains("127.0.0.1").doesNotContain("secret", "Exception");
    }

    private void serve(List<String> store, String data, Runnable meanwhile) {
        List<String> command = new ArrayList<>(
                List.of("serve", "--port", "0", "--data", data, "--admin-token", "a-token-that-is-long-enough"));
        command.addAll(store);
        Ran ran = new Shell(folder).whileItRuns(out -> meanwhile.run()).run(command.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private Ran run(List<String> command, List<String> store) {
        List<String> all = new ArrayList<>(command);
        all.addAll(store);
        return new Shell(folder).run(all.toArray(String[]::new));
    }

    private static List<String> store() {
        return List.of(
                "--store",
                "valkey",
                "--valkey",
                String.join(",", TestValkey.uris()),
                "--valkey-prefix",
                TestValkey.prefix());
    }
}
