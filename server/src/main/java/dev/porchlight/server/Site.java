package dev.porchlight.server;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a house is given by the premises that it stands on.
 *
 * @param clock by which everything happens
 * @param real the same, unless somebody who tests has moved it; connections are kept by this one
 * @param uri where clients find the server, known once the port is open
 * @param operatorToken of whoever operates this process
 * @param blocking carries what may block
 * @param dev what is there only for whoever tests against the server
 */
record Site(
        InstantSource clock,
        InstantSource real,
        Supplier<String> uri,
        String operatorToken,
        Executor blocking,
        Optional<Dev.Place> dev) {}
