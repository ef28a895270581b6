package dev.porchlight.acceptance.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.NewTokenReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What curl and Postman's runner sent, byte for byte, but for the token and the user. */
class WireTest {
    private static final Path WIRE = Path.of("src/test/resources/wire");

    @TempDir
    private Path temp;

    @Test
    void everyCapturedRequestForThisEndpointIsAccepted() throws Exception {
        try (ServerProcess server = ServerProcess.serve(temp.resolve("data"));
                Connection administrator = server.connect()) {
            administrator.addSignedIn("ada");
            String token = administrator
                    .post("/v1/tokens", "{\"user\":\"ada\",\"scopes\":[\"user:write\"]}")
                    .as(NewTokenReply.class)
                    .accessToken();
            List<Path> captured = captured();
            assertThat(captured).hasSize(7);
            for (Path file : captured) {
                try (Connection connection = server.connect()) {
                    connection.write(theirs(file, token).getBytes(ISO_8859_1));
                    Reply reply = connection.read();
                    assertThat(reply.status()).as("%s: %s", file, reply).isEqualTo(204);
                    assertThat(reply.headers()).doesNotContainKeys("content-length", "content-type");
                }
            }
            assertThat(server.errors()).isEmpty();
        }
    }

    private static List<Path> captured() throws IOException {
        try (Stream<Path> files = Files.walk(WIRE)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return all.stream().filter(WireTest::isForThisEndpoint).toList();
        }
    }

    private static boolean isForThisEndpoint(Path file) {
        return text(file).lines().findFirst().orElse("").matches("PUT /v2/users/[^/]+/presence_status HTTP/1\\.1");
    }

    /** The seed's own item of Postman's has no token at all: there it is put in. */
    private static String theirs(Path file, String token) {
        String request = text(file).replaceFirst("/:userId/", "/ada/");
        return request.contains("Authorization:")
                ? request.replaceFirst("Bearer (<access_token>|tok)\r\n", "Bearer " + token + "\r\n")
                : request.replaceFirst("\r\n", "\r\nAuthorization: Bearer " + token + "\r\n");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
