package dev.porchlight.bench.emulators;

import java.io.IOException;
import java.util.List;

/** What a test of an integration needs of whatever stands in Zoom's place. Each is tried, in this order. */
enum Ability {
    ASKS_FOR_A_TOKEN("a request without a token is refused") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            return zoom.put("", "ada", "Away") == 401;
        }
    },
    CHECKS_THE_TOKEN("a token that was never given out is refused") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            return zoom.put("never-given-out", "ada", "Away") == 401;
        }
    },
    CHECKS_THE_STATUS("a status that there is not is refused") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            return zoom.put(token, "ada", "Sleeping") == 400;
        }
    },
    KNOWS_ITS_USERS("a user who is not there is not found") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            return zoom.put(token, "nobody", "Away") == 404;
        }
    },
    KEEPS_STATE("what was set is read") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            zoom.put(token, "ada", "Busy");
            zoom.put(token, "bob", "Away");
            return zoom.status(token, "ada").equals("Busy")
                    && zoom.status(token, "bob").equals("Away");
        }
    },
    KNOWS_THE_MINUTE("a second update within a minute is refused") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            return zoom.put(token, "ada", "Away") == 429;
        }
    },
    HAS_A_CLOCK("a test can let the minute pass") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            return refusedAMinute(zoom, token) && zoom.put(token, "ada", "Away") == 204;
        }

        private static boolean refusedAMinute(Zoom zoom, String token) throws IOException, InterruptedException {
            return zoom.put(token, "ada", "Busy") == 429 && minutePassed(zoom, token);
        }
    },
    ENDS("Do_Not_Disturb ends by itself") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            minutePassed(zoom, token);
            zoom.put(token, "ada", "Do_Not_Disturb", "&duration=1");
            return zoom.status(token, "ada").equals("Do_Not_Disturb")
                    && minutePassed(zoom, token)
                    && !zoom.status(token, "ada").equals("Do_Not_Disturb");
        }
    },
    FAILS_ON_DEMAND("a failure can be asked for") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            minutePassed(zoom, token);
            // Porchlight's way, WireMock's, and Prism's, which is a header of the request itself.
            zoom.json("POST", "/_dev/faults", token, "{\"status\":503,\"times\":1}");
            zoom.json("POST", "/__admin/mappings", token, """
                    {"priority":1,"request":{"method":"PUT","urlPathPattern":".*"},"response":{"status":503}}""");
            return zoom.put(token, "ada", "Away") == 503 || zoom.failsByHeader(token, "ada");
        }
    },
    REMEMBERS_REQUESTS("what was received can be asked for") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            for (String journal : List.of("/_dev/requests", "/__admin/requests", "/mockoon-admin/logs")) {
                String told = zoom.json("GET", journal, token, "").body();
                if (told.contains("/v2/users/ada/presence_status")) {
                    return true;
                }
            }
            return false;
        }
    },
    SENDS_WEBHOOKS("a change reaches a subscriber, signed") {
        @Override
        boolean tried(Zoom zoom, String token) throws IOException, InterruptedException {
            minutePassed(zoom, token);
            try (Receiver receiver = Receiver.open()) {
                zoom.json("POST", "/v2/marketplace/app/event_subscription", token, """
                        {"events":["user.presence_status_updated"],"event_subscription_name":"bench",\
                        "subscription_scope":"account","account_id":"default","event_webhook_url":"%s",\
                        "event_webhook_secret_token":"%s"}""".formatted(
                                receiver.uri(), Receiver.SECRET));
                zoom.put(token, "ada", "Presenting");
                return receiver.heardOf("Presenting");
            }
        }
    };

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract boolean tried(Zoom zoom, String token) throws IOException, InterruptedException;

    /** Moves the clock where there is one; nobody waits for one that there is not. */
    private static boolean minutePassed(Zoom zoom, String token) throws IOException, InterruptedException {
        return zoom.json("POST", "/_dev/clock", token, "{\"advance\":\"PT61S\"}")
                        .statusCode()
                == 200;
    }
}
