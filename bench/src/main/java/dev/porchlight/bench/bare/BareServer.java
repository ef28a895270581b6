package dev.porchlight.bench.bare;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Vert.x server that reads what Porchlight reads (bearer header, status and duration) and answers what Porchlight
 * answers, with no rules, no users and no store: the most that this machine could do.
 */
public final class BareServer {
    private static final Buffer STATUS = Buffer.buffer("{\"status\":\"Available\"}");
    /** To Vert.x a negative port is any free one, the same for all listeners that are deployed together. */
    private static final int ANY_SHARED_PORT = -1;

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private BareServer() {}

    /** Takes a port (0 for any) and a number of event loops; says on standard output when it answers. */
    public static void main(String[] args) {
        int loops = Integer.parseInt(args[1]);
        int port = start(vertx(loops), Integer.parseInt(args[0]), loops).await();
        System.out.println("Bare server is ready at http://127.0.0.1:" + port);
    }

    static Vertx vertx(int loops) {
        return Vertx.builder()
                .with(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops))
                .build();
    }

    /** One listener for each event loop, all on one port, which is the answer. */
    static Future<Integer> start(Vertx vertx, int port, int loops) {
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(port == 0 ? ANY_SHARED_PORT : port);
        AtomicInteger actual = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> context -> vertx.createHttpServer(options)
                                .requestHandler(BareServer::answer)
                                .listen()
                                .onSuccess(server -> actual.set(server.actualPort())),
                        new DeploymentOptions().setInstances(loops))
                .map(deployed -> actual.get());
    }

    private static void answer(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            end(request, 401);
        } else if (request.method().equals(HttpMethod.PUT)) {
            request.body().onSuccess(body -> update(request, body));
        } else {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(STATUS);
        }
    }

    private static void update(HttpServerRequest request, Buffer body) {
        try {
            Form form = Form.parse(String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)), body);
            end(request, form.status().isEmpty() || form.duration().isEmpty() ? 400 : 204);
        } catch (IllegalArgumentException malformed) {
            end(request, 400);
        }
    }

    private static void end(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }
}
