package dev.porchlight.server.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A receiver in JavaScript, in a process of its own: {@code receiver.mjs}. */
final class NodeReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path script;
    private final Process node;
    private final BufferedWriter in;
    private final BufferedReader out;

    NodeReceiver(String secret) {
        try (InputStream source = Objects.requireNonNull(NodeReceiver.class.getResourceAsStream("receiver.mjs"))) {
            script = Files.createTempFile("receiver-", ".mjs");
            Files.write(script, source.readAllBytes());
            node = new ProcessBuilder("node", script.toString(), secret)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        in = node.outputWriter(StandardCharsets.UTF_8);
        out = node.inputReader(StandardCharsets.UTF_8);
    }

    /** Whether this machine has Node. */
    static boolean canRun() {
        try {
            Process asked = new ProcessBuilder("node", "--version").start();
            return asked.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it says to a request. */
    String judge(String timestamp, String signature, String body, long now) {
        try {
            in.write(JSON.writeValueAsString(
                    Map.of("timestamp", timestamp, "signature", signature, "body", body, "now", now)));
            in.newLine();
            in.flush();
            return Objects.requireNonNull(out.readLine(), "node ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        node.destroy();
        Files.deleteIfExists(script);
    }
}
