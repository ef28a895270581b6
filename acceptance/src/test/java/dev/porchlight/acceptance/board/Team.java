package dev.porchlight.acceptance.board;

import dev.porchlight.acceptance.client.Administrator;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.Store;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import dev.porchlight.store.memory.MemoryStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A running server with people in it, signed in and moved as their clients would. */
final class Team implements AutoCloseable {
    private final Settings settings;
    private final @Nullable Store memory;
    private volatile Duration behind = Duration.ZERO;
    private Porchlight server;
    private final Administrator administrator;

    private Team(Settings settings, @Nullable Store memory) {
        this.settings = settings;
        this.memory = memory;
        this.server = start(settings);
        this.administrator = new Administrator(URI.create(server.uri()));
    }

    /** In memory, with the demo's one click. */
    static Team inMemory(String... people) {
        Team team = new Team(settings(), new MemoryStore());
        team.add(people);
        return team;
    }

    /** On a folder, so that it can be closed and opened again. */
    static Team inFolder(Path folder, String... people) {
        Team team = new Team(settings().withData(folder), null);
        team.add(people);
        return team;
    }

    /** So many people, all of them Offline, named {@code Person 00000} and so on. */
    static Team crowd(int size) {
        MemoryStore store = new MemoryStore();
        Team team = new Team(settings(), store);
        List<User> users = IntStream.range(0, size).mapToObj(Team::person).toList();
        store.directory().users().add(users).toCompletableFuture().join();
        return team;
    }

    String uri() {
        return server.uri();
    }

    /** The server goes down; what is on disk stays. */
    void goDown() {
        server.close();
    }

    /** It comes back where it was. */
    void comeBack(int port) {
        server = start(settings.withPort(port));
    }

    /** Lets the server's clock be so much behind the browser's; it is on time again after {@code Duration.ZERO}. */
    void clockIsBehind(Duration time) {
        behind = time;
    }

    int port() {
        return server.port();
    }

    /** A token of the user's own. */
    String tokenOf(String user) {
        return administrator.token(user, "user:read", "user:write").accessToken();
    }

    void signIn(String user, String version) {
        administrator.send("PUT", "/v1/users/" + user + "/sessions/desk", """
                {"platform":"desktop","version":"%s","state":"active","lease":86400}""".formatted(version));
    }

    /** The user's own client sets it: no minute limit. */
    void declare(String user, String status) {
        administrator.send("PUT", "/v1/users/" + user + "/declaration", "{\"status\":\"%s\"}".formatted(status));
    }

    void disturbNobody(String user, int minutes) {
        administrator.send(
                "PUT",
                "/v1/users/" + user + "/declaration",
                "{\"status\":\"Do_Not_Disturb\",\"duration\":%d}".formatted(minutes));
    }

    @Override
    public void close() {
        administrator.close();
        server.close();
    }

    private void add(String... people) {
        administrator.add(people);
        for (String person : people) {
            signIn(person, "6.2.0");
        }
    }

    private Porchlight start(Settings with) {
        return memory == null
                ? Porchlight.start(with)
                : Porchlight.start(with, () -> Instant.now().minus(behind), memory);
    }

    private static Settings settings() {
        return Settings.defaults()
                .withPort(0)
                .withEventLoops(1)
                .withDrain(Duration.ofSeconds(1))
                .withAdminToken(Administrator.TOKEN)
                .withDemo(true);
    }

    private static User person(int number) {
        String id = "p%05d".formatted(number);
        return new User(
                "default",
                id,
                id + "@example.com",
                "Person",
                "%05d".formatted(number),
                "Person %05d".formatted(number),
                1,
                User.State.ACTIVE,
                InstantSource.system().instant());
    }
}
