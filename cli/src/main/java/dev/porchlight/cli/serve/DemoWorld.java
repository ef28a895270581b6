package dev.porchlight.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.command.Body;
import dev.porchlight.cli.command.Lease;
import dev.porchlight.cli.remote.Remote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The users of the demo, made and moved through the API as any client would. */
final class DemoWorld {
    private static final Duration LEASE = Duration.ofHours(24);

    private final Remote server;

    DemoWorld(Remote server) {
        this.server = server;
    }

    /** Adds everybody and signs everybody in. */
    void settle() {
        everybody(this::settle);
    }

    private void settle(Persona persona) {
        add(persona);
        renew(persona);
        act(persona);
    }

    /** Keeps everybody signed in for another day. */
    void renew() {
        everybody(this::renew);
    }

    /** Ends the server, too. */
    void close() {
        server.close();
    }

    String token(String user) {
        Body body = new Body()
                .with("user", user)
                .with("name", "demo")
                .with("scopes", List.of("user:write", "user:read", "contact:read", "chat_contact:read"));
        return server.to("create a token")
                .post("/v1/tokens", body.json())
                .path("access_token")
                .asText();
    }

    /** Everybody's name, e-mail address and presence. */
    List<JsonNode> people() {
        List<JsonNode> people = new ArrayList<>();
        for (Persona persona : Persona.ALL) {
            ObjectNode shown = new Body()
                    .with("name", persona.name())
                    .with("email", persona.email())
                    .json();
            people.add(shown.set("presence", server.to("read a presence").get(path(persona) + "/presence")));
        }
        return people;
    }

    private void add(Persona persona) {
        Body user = new Body()
                .with("id", persona.id())
                .with("email", persona.email())
                .with("type", 2)
                .with("first_name", persona.firstName())
                .with("last_name", persona.lastName())
                .with("display_name", persona.name());
        Body body = new Body().with("action", "create").with("user_info", user);
        server.to("add " + persona.email()).post("/v2/users", body.json());
    }

    private void renew(Persona persona) {
        Body client = new Body()
                .with("platform", persona.platform())
                .with("version", persona.version())
                .with("state", persona.idle() ? "idle" : "active")
                .with("lease", LEASE.toSeconds());
        new Lease(server, persona.id(), "demo", client.json()).renew();
    }

    private void act(Persona persona) {
        switch (persona.doing()) {
            case Persona.Nothing ignored -> {}
            case Persona.Claimed claimed ->
                put(persona, "/claims/" + claimed.source(), claimed.status(), claimed.minutes());
            case Persona.Declared declared -> put(persona, "/declaration", declared.status(), declared.minutes());
        }
    }

    private void put(Persona persona, String what, String status, int minutes) {
        Body body = new Body().with("status", status);
        if (minutes > 0) {
            body.with("duration", minutes);
        }
        server.to("set a status").put(path(persona) + what, body.json());
    }

    private static String path(Persona persona) {
        return "/v1/users/" + persona.id();
    }

    private static void everybody(Consumer<Persona> task) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tasks = new ArrayList<>();
            Persona.ALL.forEach(persona -> tasks.add(threads.submit(() -> task.accept(persona))));
            for (Future<?> done : tasks) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
