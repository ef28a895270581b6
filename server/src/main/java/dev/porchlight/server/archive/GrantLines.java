package dev.porchlight.server.archive;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.wire.archive.GrantLine;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Grants as lines of an export, and back. */
final class GrantLines {
    private static final String CODE = "code";
    private static final String REFRESH = "refresh";
    private static final String DEVICE = "device";

    private GrantLines() {}

    static GrantLine of(Grant grant) {
        return switch (grant.proof()) {
            case Proof.Code(var redirectUri, var challenge) -> line(grant, CODE, redirectUri, challenge, null, null);
            case Proof.Refresh() -> line(grant, REFRESH, null, null, null, null);
            case Proof.Device(var hash, var answer) -> line(grant, DEVICE, null, null, hash, Lines.name(answer));
        };
    }

    private static GrantLine line(
            Grant grant,
            String kind,
            @Nullable String redirectUri,
            @Nullable String challenge,
            @Nullable String deviceHash,
            @Nullable String answer) {
        return new GrantLine(
                grant.hash(),
                grant.family(),
                grant.account(),
                grant.user(),
                grant.app(),
                List.copyOf(grant.scopes()),
                grant.createdAt(),
                grant.expiresAt(),
                grant.issued(),
                kind,
                redirectUri,
                challenge,
                deviceHash,
                answer);
    }

    /** @throws IllegalArgumentException for an unknown word */
    static Grant grant(GrantLine line) {
        return new Grant(
                line.hash(),
                line.family(),
                line.account(),
                line.user(),
                line.app(),
                new TreeSet<>(line.scopes()),
                line.createdAt(),
                line.expiresAt(),
                proof(line),
                line.issued());
    }

    private static Proof proof(GrantLine line) {
        return switch (line.kind()) {
            case CODE -> new Proof.Code(line.redirectUri(), line.challenge());
            case REFRESH -> new Proof.Refresh();
            case DEVICE ->
                new Proof.Device(
                        needed("deviceHash", line.deviceHash()),
                        Items.constant(Grant.Answer.class, "answer", needed("answer", line.answer())));
            default ->
                throw new IllegalArgumentException("kind: \"" + line.kind() + "\" (expected: code, refresh or device)");
        };
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": none (expected: the one of a device)");
        }
        return value;
    }
}
