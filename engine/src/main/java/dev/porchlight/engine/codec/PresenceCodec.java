package dev.porchlight.engine.codec;

import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import java.time.Instant;

/**
 * A {@link Presence} as bytes and back, exactly. The first byte is the format; there is no checksum. Format 1 did not tell
 * when the answer changed: the beginning of its status stands for that.
 */
public final class PresenceCodec {
    static final int FORMAT = 2;

    private PresenceCodec() {}

    /**
     * A presence as bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static byte[] encode(Presence presence) {
        RecordWriter out = new RecordWriter(FORMAT);
        Parts.user(out, presence.user());
        out.number(presence.revision());
        out.list(presence.sessions(), session -> session(out, session));
        out.list(presence.claims(), claim -> claim(out, claim));
        out.optional(presence.declaration(), declaration -> declaration(out, declaration));
        out.optional(presence.updatedAt(), out::instant);
        Parts.answer(out, presence.shown());
        out.instant(presence.changedAt());
        return out.bytes();
    }

    /**
     * A presence from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Presence decode(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        int format = in.formatUpTo(FORMAT);
        Presence presence = new Presence(
                Parts.user(in),
                in.number(),
                in.list(() -> session(in)),
                in.list(() -> claim(in)),
                in.optional(() -> declaration(in)),
                in.optional(in::instant),
                Parts.answer(in),
                Instant.EPOCH);
        Presence told = presence.withChangedAt(format == 1 ? presence.shown().since() : in.instant());
        in.end();
        return told;
    }

    private static void session(RecordWriter out, Session session) {
        out.text(session.id());
        out.text(session.platform());
        out.text(session.version().text());
        Codes.ACTIVITY.write(out, session.activity());
        out.instant(session.since());
        out.instant(session.activitySince());
        out.instant(session.leaseUntil());
    }

    private static Session session(RecordReader in) {
        return new Session(
                in.text(),
                in.text(),
                version(in.text()),
                Codes.ACTIVITY.read(in),
                in.instant(),
                in.instant(),
                in.instant());
    }

    private static ClientVersion version(String text) {
        if (!ClientVersion.isValid(text)) {
            throw new DamagedRecordException("version: \"" + text + "\" (expected: numbers parted by dots)");
        }
        return new ClientVersion(text);
    }

    private static void claim(RecordWriter out, Claim claim) {
        out.text(claim.source());
        Codes.STATUS.write(out, claim.status());
        out.instant(claim.since());
        out.optional(claim.until(), out::instant);
    }

    private static Claim claim(RecordReader in) {
        return new Claim(in.text(), Codes.STATUS.read(in), in.instant(), in.optional(in::instant));
    }

    private static void declaration(RecordWriter out, Declaration declaration) {
        Codes.STATUS.write(out, declaration.status());
        out.instant(declaration.since());
        out.optional(declaration.until(), out::instant);
        out.text(declaration.by());
    }

    private static Declaration declaration(RecordReader in) {
        return new Declaration(Codes.STATUS.read(in), in.instant(), in.optional(in::instant), in.text());
    }
}
