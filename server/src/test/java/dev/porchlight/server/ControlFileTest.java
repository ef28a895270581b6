package dev.porchlight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {
    @TempDir
    private Path temp;

    @Test
    void whereItCannotBeWrittenTheStartSaysSoAndLetsGoOfTheFolder() throws Exception {
        Settings settings = Settings.defaults().withPort(0).withData(temp.resolve("data"));
        Porchlight.start(settings).close();
        Path inTheWay = Files.createDirectories(settings.data().resolve("control.json.new/full"));

        assertThatThrownBy(() -> Porchlight.start(settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot write " + settings.data().resolve("control.json"));

        Files.delete(inTheWay);
        try (Porchlight porchlight = Porchlight.start(settings)) {
            assertThat(porchlight.port()).isPositive();
        }
    }
}
