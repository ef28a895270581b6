package dev.porchlight.server;

import static dev.porchlight.server.rate.Label.HEAVY;
import static dev.porchlight.server.rate.Label.LIGHT;
import static dev.porchlight.server.rate.Label.MEDIUM;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import dev.porchlight.server.dev.OwnPages;
import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.http.Access;
import dev.porchlight.server.http.Door;
import dev.porchlight.server.http.Route;
import dev.porchlight.server.http.Routes;
import dev.porchlight.server.oauth.OAuthHouse;
import dev.porchlight.server.rate.Label;
import dev.porchlight.server.reference.ReferenceDoor;
import dev.porchlight.server.v1.PresenceDoor;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API on one page: every request that Porchlight answers, who may send it, and which door it goes to. */
final class RouteTable {
    private static final Access ANYBODY = new Access.Open();
    private static final Access ADMINISTRATOR = new Access.Administrator();
    private static final Access OPERATOR = new Access.Operator();
    private static final Access WRITE = new Access.Scoped(Scopes.WRITE_PRESENCE);
    private static final Access READ = new Access.Scoped(Scopes.READ_PRESENCE);

    private static final Access SUBSCRIBE = new Access.Scoped(Scopes.SUBSCRIBE);
    private static final String SUBSCRIPTIONS = "/v2/marketplace/app/event_subscription";
    private static final String SUBSCRIPTION = SUBSCRIPTIONS + "/{eventSubscriptionId}";

    private RouteTable() {}

    /** @param dev what a server for tests has besides */
    static Routes of(Doors doors, Optional<Dev> dev) {
        List<Route> routes = new ArrayList<>(everywhere(doors));
        routes.addAll(oauth(doors.oauth()));
        dev.ifPresent(there -> routes.addAll(forTests(there)));
        return new Routes(routes);
    }

    private static List<Route> forTests(Dev dev) {
        return List.of(
                forTests(GET, "/_dev/clock", dev.door()::clock),
                forTests(POST, "/_dev/clock", dev.door()::move),
                forTests(POST, "/_dev/reset", dev.door()::reset),
                forTests(GET, "/_dev/requests", dev.door()::requests),
                forTests(DELETE, "/_dev/requests", dev.door()::forgetRequests),
                forTests(GET, "/_dev/faults", dev.faultsDoor()::list),
                forTests(POST, "/_dev/faults", dev.faultsDoor()::add),
                forTests(DELETE, "/_dev/faults", dev.faultsDoor()::clear));
    }

    /** Without a token, and so not for pages of other sites. */
    private static Route forTests(HttpMethod method, String path, Door door) {
        return Route.of(method, path, ANYBODY, OwnPages.only(door));
    }

    private static List<Route> oauth(OAuthHouse oauth) {
        return List.of(
                Route.of(POST, "/oauth/token", ANYBODY, oauth.tokens()::token),
                Route.of(POST, "/oauth/revoke", ANYBODY, oauth.tokens()::revoke),
                Route.of(POST, "/oauth/devicecode", ANYBODY, oauth.tokens()::deviceCode),
                Route.of(GET, "/.well-known/jwks.json", ANYBODY, oauth.metadata()::keys),
                Route.of(GET, "/.well-known/oauth-authorization-server", ANYBODY, oauth.metadata()::server),
                // For people, and no part of the API.
                Route.of(GET, "/oauth/authorize", ANYBODY, oauth.authorize()::open),
                Route.of(POST, "/oauth/authorize", ANYBODY, oauth.authorize()::open),
                Route.of(GET, "/oauth/device", ANYBODY, oauth.device()::open),
                Route.of(POST, "/oauth/device", ANYBODY, oauth.device()::open));
    }

    private static List<Route> everywhere(Doors doors) {
        return List.of(
                zoom(MEDIUM, PUT, "/v2/users/{userId}/presence_status", WRITE, doors.presenceStatus()::put),
                zoom(MEDIUM, GET, "/v2/users/{userId}/presence_status", READ, doors.presenceStatus()::get),
                zoom(MEDIUM, GET, "/v2/users", new Access.Scoped(Scopes.LIST_USERS), doors.users()::list),
                zoom(LIGHT, POST, "/v2/users", new Access.Scoped(Scopes.CREATE_USER), doors.users()::create),
                zoom(LIGHT, GET, "/v2/users/{userId}", new Access.Scoped(Scopes.READ_USER), doors.users()::get),
                zoom(LIGHT, PATCH, "/v2/users/{userId}", new Access.Scoped(Scopes.UPDATE_USER), doors.users()::update),
                zoom(LIGHT, DELETE, "/v2/users/{userId}", new Access.Scoped(Scopes.DELETE_USER), doors.users()::remove),
                zoom(MEDIUM, GET, "/v2/contacts", new Access.Scoped(Scopes.SEARCH_CONTACTS), doors.contacts()::search),
                zoom(
                        MEDIUM,
                        GET,
                        "/v2/chat/users/me/contacts",
                        new Access.Scoped(Scopes.LIST_CONTACTS),
                        doors.contacts()::list),
                zoom(
                        MEDIUM,
                        GET,
                        "/v2/chat/users/me/contacts/{identifier}",
                        new Access.Scoped(Scopes.READ_CONTACT),
                        doors.contacts()::get),
                zoom(HEAVY, POST, SUBSCRIPTIONS, SUBSCRIBE, doors.eventSubscriptions()::create),
                zoom(MEDIUM, GET, SUBSCRIPTIONS, SUBSCRIBE, doors.eventSubscriptions()::list),
                zoom(MEDIUM, DELETE, SUBSCRIPTIONS, SUBSCRIBE, doors.eventSubscriptions()::removeNamed),
                zoom(MEDIUM, PATCH, SUBSCRIPTION, SUBSCRIBE, doors.eventSubscriptions()::update),
                zoom(MEDIUM, DELETE, SUBSCRIPTION, SUBSCRIBE, doors.eventSubscriptions()::remove),
                Route.of(PUT, "/v1/users/{userId}/password", ADMINISTRATOR, doors.passwords()::put),
                Route.of(DELETE, "/v1/users/{userId}/password", ADMINISTRATOR, doors.passwords()::remove),
                Route.of(GET, "/v1/users/{userId}/sessions", READ, doors.sessions()::list),
                Route.of(PUT, "/v1/users/{userId}/sessions/{sessionId}", WRITE, doors.sessions()::put),
                Route.of(DELETE, "/v1/users/{userId}/sessions/{sessionId}", WRITE, doors.sessions()::delete),
                Route.of(PUT, "/v1/users/{userId}/claims/{source}", WRITE, doors.claims()::put),
                Route.of(DELETE, "/v1/users/{userId}/claims/{source}", WRITE, doors.claims()::delete),
                Route.of(PUT, "/v1/users/{userId}/declaration", WRITE, doors.declaration()::put),
                Route.of(DELETE, "/v1/users/{userId}/declaration", WRITE, doors.declaration()::delete),
                Route.of(GET, "/v1/users/{userId}/presence", READ, doors.presence()::explain),
                Route.of(GET, "/v1/users/{userId}/history", READ, doors.history()::get),
                Route.of(GET, "/v1/users/{userId}/history/readers", READ, doors.history()::readers),
                Route.of(POST, "/v1/presence/query", READ, doors.presence()::query, PresenceDoor.MAX_BODY),
                Route.stream(GET, "/v1/watch", READ, doors.watch()::open),
                Route.of(GET, "/v1/apps", ADMINISTRATOR, doors.apps()::list),
                Route.of(POST, "/v1/apps", ADMINISTRATOR, doors.apps()::create),
                Route.of(DELETE, "/v1/apps/{clientId}", ADMINISTRATOR, doors.apps()::remove),
                Route.of(GET, "/v1/tokens", ADMINISTRATOR, doors.tokens()::list),
                Route.of(POST, "/v1/tokens", ADMINISTRATOR, doors.tokens()::create),
                Route.of(DELETE, "/v1/tokens/{tokenId}", ADMINISTRATOR, doors.tokens()::revoke),
                Route.of(GET, "/v1/webhooks", ADMINISTRATOR, doors.webhooks()::list),
                Route.of(GET, "/v1/webhooks/{webhookId}/attempts", ADMINISTRATOR, doors.webhooks()::attempts),
                Route.of(GET, "/v1/webhooks/{webhookId}/parked", ADMINISTRATOR, doors.webhooks()::parked),
                Route.of(POST, "/v1/webhooks/{webhookId}/parked/{number}/send", ADMINISTRATOR, doors.webhooks()::again),
                Route.of(POST, "/v1/webhooks/{webhookId}/enable", ADMINISTRATOR, doors.webhooks()::enable),
                Route.of(GET, "/v1/accounts", OPERATOR, doors.accounts()::list),
                Route.of(POST, "/v1/accounts", OPERATOR, doors.accounts()::create),
                Route.of(POST, "/v1/operator/backup", OPERATOR, doors.operator()::backup),
                Route.of(GET, "/v1/operator/export", OPERATOR, doors.operator()::export),
                Route.of(GET, "/health/live", ANYBODY, doors.health()::live),
                Route.of(GET, "/health/ready", ANYBODY, doors.health()::ready),
                Route.of(GET, "/metrics", ANYBODY, doors.metrics()::get),
                Route.of(GET, "/openapi.json", ANYBODY, doors.documents()::openApi),
                Route.of(GET, "/postman.json", ANYBODY, doors.documents()::postman),
                // For people, and no part of the API.
                Route.of(GET, "/", ANYBODY, doors.board()::page),
                Route.of(GET, "/board/demo", ANYBODY, doors.board()::demo),
                Route.of(GET, "/board/{version}/{file}", ANYBODY, doors.board()::file),
                Route.of(GET, ReferenceDoor.path(0), ANYBODY, doors.reference()::first),
                Route.of(GET, ReferenceDoor.path(1), ANYBODY, doors.reference()::page),
                Route.of(GET, ReferenceDoor.path(2), ANYBODY, doors.reference()::page),
                Route.of(GET, ReferenceDoor.path(3), ANYBODY, doors.reference()::page),
                Route.of(GET, ReferenceDoor.path(4), ANYBODY, doors.reference()::page),
                Route.of(GET, ReferenceDoor.path(ReferenceDoor.DEEPEST), ANYBODY, doors.reference()::page));
    }

    /** One that Zoom has too, and counts. */
    private static Route zoom(Label label, HttpMethod method, String path, Access access, Door door) {
        return Route.of(method, path, access, door).labelled(label);
    }
}
