package dev.porchlight.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets(new Random(1));

    @Test
    void anIdCanBeTypedOnACommandLine() {
        assertThat(Stream.generate(secrets::id).limit(2_000))
                .allMatch(id -> id.matches("[A-Za-z0-9_][A-Za-z0-9_-]{21}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSecretCanBeTypedOnACommandLine() {
        assertThat(Stream.generate(secrets::secret).limit(2_000))
                .allMatch(secret -> secret.matches("[A-Za-z0-9_][A-Za-z0-9_-]{42}"))
                .doesNotHaveDuplicates();
    }
}
