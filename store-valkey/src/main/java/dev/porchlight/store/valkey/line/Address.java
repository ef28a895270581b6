package dev.porchlight.store.valkey.line;

import io.lettuce.core.RedisURI;

/** Where a server is. */
record Address(String host, int port) {
    static Address of(RedisURI uri) {
        return new Address(uri.getHost(), uri.getPort());
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
