package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.ReadingCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who has read the histories of the shards. */
final class Readings {
    private static final Script<Boolean> TRACE = Answer.yesOrNo("trace");

    private final Lines lines;
    private final Spread spread;

    Readings(Lines lines, Spread spread) {
        this.lines = lines;
        this.spread = spread;
    }

    CompletionStage<Written> trace(Reading reading) {
        byte[] user = Keys.user(reading.user());
        Shard shard = spread.of(user);
        return lines.run(
                        TRACE,
                        List.of(shard.presences(), shard.readings()),
                        List.of(user, Keys.instant(reading.at()), ReadingCodec.encode(reading)))
                .thenApply(done -> Written.DONE);
    }

    CompletionStage<List<Reading>> between(UserKey user, Instant from, Instant to, int limit) {
        byte[] bytes = Keys.user(user);
        Shard shard = spread.of(bytes);
        Range<byte[]> range = Range.from(
                Range.Boundary.including(Keys.join(bytes, Keys.instant(from))),
                Range.Boundary.excluding(Keys.join(bytes, Keys.instant(to))));
        return lines.ask(shard.slot(), line -> line.zrevrangebylex(shard.readings(), range, Limit.from(limit)))
                .thenApply(members -> members.reversed().stream()
                        .map(member -> decode(member, bytes.length))
                        .toList());
    }

    /** @param user how long the user's bytes are */
    static Reading decode(byte[] member, int user) {
        return Damage.named("reading", () -> ReadingCodec.decode(Bytes.from(member, user + Keys.INSTANT + Long.BYTES)));
    }
}
