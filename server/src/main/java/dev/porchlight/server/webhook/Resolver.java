package dev.porchlight.server.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Finds out which addresses a name means. Never blocks. */
@FunctionalInterface
interface Resolver {
    /** All of them, in the order in which they are to be tried; an address in letters means itself. */
    Future<List<InetAddress>> resolve(String host);

    /** By the machine's name servers and its file of hosts. */
    static Resolver of(Vertx vertx) {
        return host -> {
            Promise<List<InetSocketAddress>> found = Promise.promise();
            ((VertxInternal) vertx).nameResolver().resolveAll(host, found::handle);
            return found.future()
                    .map(addresses -> addresses.stream()
                            .map(InetSocketAddress::getAddress)
                            .toList());
        };
    }
}
