package dev.porchlight.testkit.valkey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server of the contract tests: one for the whole JVM, or, where the environment variable {@code PORCHLIGHT_TEST_VALKEY}
 * names some (URIs, comma separated), those. Each test takes a prefix of its own, so that none sees another's keys.
 */
public final class TestValkey {
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private TestValkey() {}

    /** Where it is. The test is left out where no server is installed, except in continuous integration. */
    public static List<String> uris() {
        String given = System.getenv("PORCHLIGHT_TEST_VALKEY");
        if (given != null && !given.isBlank()) {
            return List.of(given.split(","));
        }
        assumeTrue(RedisServer.isThere(), "neither redis-server nor valkey-server is installed");
        return List.of(Shared.SERVER.uri());
    }

    /** A prefix that no other test has, of this run or of another at once. */
    public static String prefix() {
        return "t" + ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36) + "-"
                + PREFIXES.incrementAndGet();
    }

    private static final class Shared {
        static final RedisServer SERVER = RedisServer.start();
    }
}
