package dev.porchlight.server.http;

/** How a route's requests are answered: each with one reply, or by a connection that stays. */
public sealed interface Handling permits Door, StreamDoor {}
