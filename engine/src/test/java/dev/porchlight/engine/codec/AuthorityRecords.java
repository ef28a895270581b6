package dev.porchlight.engine.codec;

import static dev.porchlight.engine.codec.Records.instants;
import static dev.porchlight.engine.codec.Records.texts;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary records of the authority. */
final class AuthorityRecords {
    private AuthorityRecords() {}

    static Arbitrary<Grant> grants() {
        return Combinators.combine(
                        texts().list().ofSize(4),
                        texts().injectNull(0.5),
                        DirectoryRecords.scopes(),
                        instants().list().ofSize(2),
                        proofs(),
                        texts().injectNull(0.5))
                .as((texts, user, scopes, instants, proof, issued) -> new Grant(
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        user,
                        texts.get(3),
                        scopes,
                        instants.get(0),
                        instants.get(1),
                        proof,
                        issued));
    }

    private static Arbitrary<Proof> proofs() {
        return Arbitraries.oneOf(
                Combinators.combine(texts().injectNull(0.5), texts().injectNull(0.5))
                        .as(Proof.Code::new),
                Arbitraries.just(new Proof.Refresh()),
                Combinators.combine(texts(), Arbitraries.of(Grant.Answer.class)).as(Proof.Device::new));
    }
}
