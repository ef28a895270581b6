package dev.porchlight.server.dev;

import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.http.Mischief;
import dev.porchlight.server.http.Route;

/** A request that came through the gate. */
record Asked(Route route, Mischief.Path path, Principal principal) {}
