package dev.porchlight.store.valkey.shard;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Deals things out to nodes, on every node the same: each goes to the node that draws highest for it. So a node that leaves
 * leaves its own things to others, and nothing else moves.
 */
final class Rendezvous {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Rendezvous() {}

    /** Whether the node draws highest of all for the thing; of equal draws the later name wins. */
    static boolean isFirst(String node, Collection<String> all, String thing) {
        long own = draw(node, thing);
        return all.stream().noneMatch(other -> {
            int order = Long.compareUnsigned(draw(other, thing), own);
            return order > 0 || (order == 0 && other.compareTo(node) > 0);
        });
    }

    private static long draw(String node, String thing) {
        return mixed(mixed(sum(node)) ^ sum(thing));
    }

    private static long sum(String text) {
        long sum = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            sum = (sum ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return sum;
    }

    /** Every bit of the answer depends on every bit asked. */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
