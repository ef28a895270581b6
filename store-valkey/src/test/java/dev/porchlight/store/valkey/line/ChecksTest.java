package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.store.valkey.line.Findings.Durability;
import dev.porchlight.testkit.valkey.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private RedisServer server;

    @BeforeEach
    void start() {
        assumeTrue(RedisServer.isThere());
        server = RedisServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Findings findings(int replicas, String user) {
        String uri = server.uri().replace("//", "//" + user);
        try (Fixture store = Fixture.open(replicas, Duration.ofSeconds(2), uri)) {
            await(store.lines().ready());
            return await(store.lines().check()).getFirst();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "yes, always, '', ALWAYS",
        "yes, everysec, '', EVERY_SECOND",
        "yes, no, '', NOW_AND_THEN",
        "no, everysec, 3600 1, NOW_AND_THEN",
        "no, everysec, '', NONE"
    })
    void howSureTheServerKeepsThingsIsFound(String aof, String fsync, String save, Durability expected) {
        server.ask("CONFIG", "SET", "appendonly", aof);
        server.ask("CONFIG", "SET", "appendfsync", fsync);
        server.ask("CONFIG", "SET", "save", save);

        assertThat(findings(0, "").durability()).isEqualTo(expected);
    }

    @Test
    void whatKeepsEverythingSafelyHasNoWarnings() {
        server.ask("CONFIG", "SET", "appendonly", "yes");

        assertThat(findings(0, "").warnings()).isEmpty();
    }

    @Test
    void aServerInMemoryOnlyIsWarnedOf() {
        assertThat(findings(0, "").warnings()).singleElement().asString().contains("memory only", "appendonly yes");
    }

    @Test
    void aServerThatThrowsThingsAwayIsRefused() {
        server.ask("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");

        assertThatThrownBy(() -> findings(0, ""))
                .hasMessageContaining("allkeys-lru (expected: noeviction). Set it with: ");
    }

    @Test
    void missingReplicasAreWarnedOf() {
        assertThat(findings(1, "").warnings())
                .anyMatch(warning -> warning.contains("has 0 replicas connected (expected: at least 1)"));
    }

    @Test
    void aUserWithTheRightsThatAreNamedGetsAlong() {
        server.ask(
                "ACL",
                "SETUSER",
                "porch",
                "on",
                ">secret",
                "~t:*",
                "&t:*",
                "+@all",
                "-@admin",
                "-@dangerous",
                "+info",
                "+role");

        assertThat(findings(0, "porch:secret@").warnings())
                .singleElement()
                .asString()
                .contains("CONFIG is refused");
        try (Fixture store = Fixture.open(0, Duration.ofSeconds(2), server.uri().replace("//", "//porch:secret@"))) {
            assertThat(await(store.add("a", 1))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"~other:*, &t:*, +@all", "~t:*, &other:*, +@all", "~t:*, &t:*, -eval"})
    void aUserWithoutARightIsToldSo(String keys, String channels, String commands) {
        server.ask("ACL", "SETUSER", "porch", "on", ">secret", keys, channels, "+@all", commands);

        assertThatThrownBy(() -> findings(0, "porch:secret@")).hasMessageContaining("does not let this user");
    }

    @Test
    void aWrongPasswordIsNamed() {
        assertThatThrownBy(() -> findings(0, "porch:wrong@"))
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining(":wrong");
    }
}
