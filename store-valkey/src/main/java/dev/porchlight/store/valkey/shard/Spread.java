package dev.porchlight.store.valkey.shard;

import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/** All shards, and in which of them a user lies: by a checksum, so that it is the same on every node and for ever. */
final class Spread {
    static final int SHARDS = 1024;
    static final int BITS = 10;

    private final List<Shard> shards;

    Spread(String prefix) {
        shards = IntStream.range(0, SHARDS)
                .mapToObj(number -> new Shard(prefix, number))
                .toList();
    }

    List<Shard> all() {
        return shards;
    }

    Shard of(byte[] user) {
        CRC32C sum = new CRC32C();
        sum.update(user, 0, user.length);
        return shards.get((int) (sum.getValue() & (SHARDS - 1)));
    }
}
