package dev.porchlight.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> ended = new ArrayList<>();

    @Test
    void theLastIsEndedFirstAndEachOnce() {
        Closing closing = new Closing();
        closing.add(() -> ended.add("folder"));
        closing.add(() -> ended.add("server"));

        closing.close();
        closing.close();

        assertThat(ended).containsExactly("server", "folder");
    }

    @Test
    void whatComesAfterTheEndIsEndedAtOnce() {
        Closing closing = new Closing();
        closing.close();

        closing.add(() -> ended.add("server"));

        assertThat(ended).containsExactly("server");
    }
}
