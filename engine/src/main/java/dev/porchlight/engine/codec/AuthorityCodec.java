package dev.porchlight.engine.codec;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.SigningKey;
import java.util.TreeSet;

/** Grants, passwords and signing keys as bytes and back, exactly. The first byte is the format; there is no checksum. */
public final class AuthorityCodec {
    static final int FORMAT = 1;

    private AuthorityCodec() {}

    /** A grant as bytes. */
    public static byte[] encode(Grant grant) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.text(grant.hash());
        out.text(grant.family());
        out.text(grant.account());
        out.optional(grant.user(), out::text);
        out.text(grant.app());
        out.list(grant.scopes(), out::text);
        out.instant(grant.createdAt());
        out.instant(grant.expiresAt());
        proof(out, grant.proof());
        out.optional(grant.issued(), out::text);
        return out.bytes();
    }

    /** A password as bytes. */
    public static byte[] encode(Password password) {
        RecordWriter out = new RecordWriter(FORMAT);
        Parts.user(out, password.user());
        out.text(password.hash());
        out.instant(password.setAt());
        return out.bytes();
    }

    /** A signing key as bytes. */
    public static byte[] encode(SigningKey key) {
        RecordWriter out = new RecordWriter(FORMAT);
        out.text(key.id());
        out.text(key.jwk());
        out.instant(key.createdAt());
        return out.bytes();
    }

    /**
     * A grant from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Grant grant(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Grant grant = new Grant(
                in.text(),
                in.text(),
                in.text(),
                in.optional(in::text),
                in.text(),
                new TreeSet<>(in.list(in::text)),
                in.instant(),
                in.instant(),
                proof(in),
                in.optional(in::text));
        in.end();
        return grant;
    }

    /**
     * A password from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static Password password(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        Password password = new Password(Parts.user(in), in.text(), in.instant());
        in.end();
        return password;
    }

    /**
     * A signing key from its bytes.
     *
     * @throws DamagedRecordException when the bytes are not in a known format
     */
    public static SigningKey signingKey(byte[] bytes) {
        RecordReader in = new RecordReader(bytes, FORMAT);
        SigningKey key = new SigningKey(in.text(), in.text(), in.instant());
        in.end();
        return key;
    }

    private static void proof(RecordWriter out, Proof proof) {
        switch (proof) {
            case Proof.Code(var redirectUri, var challenge) -> {
                out.octet(1);
                out.optional(redirectUri, out::text);
                out.optional(challenge, out::text);
            }
            case Proof.Refresh() -> out.octet(2);
            case Proof.Device(var deviceHash, var answer) -> {
                out.octet(3);
                out.text(deviceHash);
                Codes.DEVICE_ANSWER.write(out, answer);
            }
        }
    }

    private static Proof proof(RecordReader in) {
        int kind = in.octet();
        return switch (kind) {
            case 1 -> new Proof.Code(in.optional(in::text), in.optional(in::text));
            case 2 -> new Proof.Refresh();
            case 3 -> new Proof.Device(in.text(), Codes.DEVICE_ANSWER.read(in));
            default -> throw new DamagedRecordException("kind of grant: " + kind + " (expected: 1 to 3)");
        };
    }
}
