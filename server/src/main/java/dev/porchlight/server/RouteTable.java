package dev.porchlight.server;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.http.Access;
import dev.porchlight.server.http.Route;
import dev.porchlight.server.http.Routes;
import dev.porchlight.server.v1.PresenceDoor;
import java.util.List;

/** The API on one page: every request that Porchlight answers, who may send it, and which door it goes to. */
final class RouteTable {
    private static final Access ANYBODY = new Access.Open();
    private static final Access ADMINISTRATOR = new Access.Administrator();
    private static final Access OPERATOR = new Access.Operator();
    private static final Access WRITE = new Access.Scoped(Scopes.WRITE_PRESENCE);
    private static final Access READ = new Access.Scoped(Scopes.READ_PRESENCE);

    private RouteTable() {}

    static Routes of(Doors doors) {
        return new Routes(List.of(
                new Route(PUT, "/v2/users/{userId}/presence_status", WRITE, doors.presenceStatus()::put),
                new Route(GET, "/v2/users/{userId}/presence_status", READ, doors.presenceStatus()::get),
                new Route(GET, "/v2/users", new Access.Scoped(Scopes.LIST_USERS), doors.users()::list),
                new Route(POST, "/v2/users", new Access.Scoped(Scopes.CREATE_USER), doors.users()::create),
                new Route(GET, "/v2/users/{userId}", new Access.Scoped(Scopes.READ_USER), doors.users()::get),
                new Route(PATCH, "/v2/users/{userId}", new Access.Scoped(Scopes.UPDATE_USER), doors.users()::update),
                new Route(DELETE, "/v2/users/{userId}", new Access.Scoped(Scopes.DELETE_USER), doors.users()::remove),
                new Route(POST, "/oauth/token", ANYBODY, doors.oauth()::token),
                new Route(POST, "/oauth/revoke", ANYBODY, doors.oauth()::revoke),
                new Route(GET, "/v1/users/{userId}/sessions", READ, doors.sessions()::list),
                new Route(PUT, "/v1/users/{userId}/sessions/{sessionId}", WRITE, doors.sessions()::put),
                new Route(DELETE, "/v1/users/{userId}/sessions/{sessionId}", WRITE, doors.sessions()::delete),
                new Route(PUT, "/v1/users/{userId}/claims/{source}", WRITE, doors.claims()::put),
                new Route(DELETE, "/v1/users/{userId}/claims/{source}", WRITE, doors.claims()::delete),
                new Route(PUT, "/v1/users/{userId}/declaration", WRITE, doors.declaration()::put),
                new Route(DELETE, "/v1/users/{userId}/declaration", WRITE, doors.declaration()::delete),
                new Route(GET, "/v1/users/{userId}/presence", READ, doors.presence()::explain),
                new Route(GET, "/v1/users/{userId}/history", READ, doors.history()::get),
                new Route(POST, "/v1/presence/query", READ, doors.presence()::query, PresenceDoor.MAX_BODY),
                new Route(GET, "/v1/apps", ADMINISTRATOR, doors.apps()::list),
                new Route(POST, "/v1/apps", ADMINISTRATOR, doors.apps()::create),
                new Route(DELETE, "/v1/apps/{clientId}", ADMINISTRATOR, doors.apps()::remove),
                new Route(GET, "/v1/tokens", ADMINISTRATOR, doors.tokens()::list),
                new Route(POST, "/v1/tokens", ADMINISTRATOR, doors.tokens()::create),
                new Route(DELETE, "/v1/tokens/{tokenId}", ADMINISTRATOR, doors.tokens()::revoke),
                new Route(GET, "/v1/accounts", OPERATOR, doors.accounts()::list),
                new Route(POST, "/v1/accounts", OPERATOR, doors.accounts()::create),
                new Route(POST, "/v1/operator/backup", OPERATOR, doors.operator()::backup),
                new Route(GET, "/v1/operator/export", OPERATOR, doors.operator()::export),
                new Route(GET, "/health/live", ANYBODY, doors.health()::live),
                new Route(GET, "/health/ready", ANYBODY, doors.health()::ready),
                new Route(GET, "/metrics", ANYBODY, doors.metrics()::get),
                new Route(GET, "/openapi.json", ANYBODY, doors.documents()::openApi),
                new Route(GET, "/postman.json", ANYBODY, doors.documents()::postman)));
    }
}
