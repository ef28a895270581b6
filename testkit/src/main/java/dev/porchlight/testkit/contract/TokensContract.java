package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Tokens} does. */
public abstract class TokensContract extends PortContract {

    @Test
    void aTokenIsFoundAsItWasAdded() {
        Token full = new Token(
                "h1",
                "acme",
                "ada",
                "bot",
                "laptop",
                new TreeSet<>(List.of("a:read", "b:write")),
                NOON,
                minutesAfterNoon(1));
        Token bare = token("h2", "acme", NOON.plusNanos(1), null);
        assertThat(await(tokens().add(full))).isEqualTo(Written.DONE);
        assertThat(await(tokens().add(bare))).isEqualTo(Written.DONE);

        assertThat(await(tokens().find("h1"))).contains(full);
        assertThat(await(tokens().find("h2"))).contains(bare);
        assertThat(await(tokens().find("h"))).isEmpty();
    }

    @Test
    void aHashIsTakenOnce() {
        Token first = token("h1", "acme", NOON, null);
        await(tokens().add(first));

        assertThat(await(tokens().add(token("h1", "globex", NOON, null)))).isEqualTo(Written.ID_TAKEN);
        assertThat(await(tokens().find("h1"))).contains(first);
    }

    @Test
    void theTokensOfAnAccountAreListedNewestFirst() {
        await(tokens().add(token("second", "acme", minutesAfterNoon(2), null)));
        await(tokens().add(token("first", "acme", minutesAfterNoon(1), null)));
        await(tokens().add(token("third", "acme", minutesAfterNoon(3), null)));
        await(tokens().add(token("other", "acme2", minutesAfterNoon(3), null)));

        assertThat(await(tokens().list("acme"))).extracting(Token::hash).containsExactly("third", "second", "first");
    }

    @Test
    void aRevokedTokenIsGone() {
        await(tokens().add(token("h1", "acme", NOON, null)));

        assertThat(await(tokens().revoke("acme", "h1"))).isEqualTo(Written.DONE);
        assertThat(await(tokens().revoke("acme", "h1"))).isEqualTo(Written.MISSING);
        assertThat(await(tokens().find("h1"))).isEmpty();
        assertThat(await(tokens().list("acme"))).isEmpty();
    }

    @Test
    void nobodyRevokesTheTokenOfAnotherAccount() {
        await(tokens().add(token("h1", "acme", NOON, null)));

        assertThat(await(tokens().revoke("globex", "h1"))).isEqualTo(Written.MISSING);
        assertThat(await(tokens().find("h1"))).isPresent();
    }

    @Test
    void expiredTokensAreFoundUntilTheyAreDropped() {
        await(tokens().add(token("ends", "acme", NOON, minutesAfterNoon(1))));
        await(tokens().add(token("later", "acme", NOON, minutesAfterNoon(2))));
        await(tokens().add(token("never", "acme", NOON, null)));

        assertThat(await(tokens().find("ends"))).isPresent();
        assertThat(await(tokens().dropExpired(minutesAfterNoon(1)))).isZero();
        assertThat(await(tokens().dropExpired(minutesAfterNoon(2)))).isEqualTo(1);
        assertThat(await(tokens().find("ends"))).isEmpty();
        assertThat(await(tokens().list("acme"))).extracting(Token::hash).containsExactlyInAnyOrder("later", "never");
    }

    @Test
    void tokensSurviveReopening() {
        Token kept = token("h1", "acme", NOON, minutesAfterNoon(1));
        await(tokens().add(kept));
        await(tokens().add(token("h2", "acme", NOON, null)));
        await(tokens().revoke("acme", "h2"));

        restart();

        assertThat(await(tokens().find("h1"))).contains(kept);
        assertThat(await(tokens().list("acme"))).containsExactly(kept);
        assertThat(await(tokens().dropExpired(minutesAfterNoon(2)))).isEqualTo(1);
    }

    private Tokens tokens() {
        return store.directory().tokens();
    }

    private static Token token(String hash, String account, Instant createdAt, @Nullable Instant expiresAt) {
        return new Token(hash, account, null, null, "test", new TreeSet<>(), createdAt, expiresAt);
    }
}
