package dev.porchlight.store.memory;

import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

record MemoryTokens(MemoryState state, Gate gate) implements Tokens {

    @Override
    public CompletionStage<Optional<Token>> find(String hash) {
        return gate.ask(() -> Optional.ofNullable(state.tokens.get(hash)));
    }

    @Override
    public CompletionStage<Written> add(Token token) {
        return gate.ask(() -> state.tokens.putIfAbsent(token.hash(), token) == null ? Written.DONE : Written.ID_TAKEN);
    }

    @Override
    public CompletionStage<Written> revoke(String account, String hash) {
        return gate.ask(() -> {
            Token token = state.tokens.get(hash);
            if (token == null || !token.account().equals(account)) {
                return Written.MISSING;
            }
            state.tokens.remove(hash);
            return Written.DONE;
        });
    }

    @Override
    public CompletionStage<List<Token>> list(String account) {
        return gate.ask(() -> state.tokens.values().stream()
                .filter(token -> token.account().equals(account))
                .sorted(Comparator.comparing(Token::createdAt).reversed())
                .toList());
    }

    @Override
    public CompletionStage<Long> dropExpired(Instant before) {
        return gate.ask(() -> {
            int size = state.tokens.size();
            state.tokens.values().removeIf(token -> hasExpired(token.expiresAt(), before));
            return (long) size - state.tokens.size();
        });
    }

    private static boolean hasExpired(@Nullable Instant end, Instant before) {
        return end != null && end.isBefore(before);
    }
}
