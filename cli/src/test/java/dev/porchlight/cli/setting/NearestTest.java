package dev.porchlight.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("port", "host", "history", "admin-token", "update-window");

    @ParameterizedTest
    @CsvSource({
        "prot, port",
        "por, port",
        "ports, port",
        "hosts, host",
        "admintoken, admin-token",
        "admin_token, admin-token",
        "update-windw, update-window",
        "histroy, history"
    })
    void aSlipFindsItsWord(String slip, String meant) {
        assertThat(Nearest.to(slip, KNOWN)).contains(meant);
    }

    @Test
    void anotherWordFindsNone() {
        assertThat(Nearest.to("webhooks", KNOWN)).isEmpty();
        assertThat(Nearest.to("port", List.of())).isEmpty();
    }
}
