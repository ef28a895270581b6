package dev.porchlight.engine.codec;

import static dev.porchlight.engine.codec.Records.instants;
import static dev.porchlight.engine.codec.Records.texts;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary records of the directory. */
final class DirectoryRecords {
    private DirectoryRecords() {}

    static Arbitrary<Account> accounts() {
        return Combinators.combine(texts(), texts(), instants()).as(Account::new);
    }

    static Arbitrary<User> users() {
        return Combinators.combine(
                        texts().list().ofSize(6),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        Arbitraries.of(User.State.class),
                        instants())
                .as((texts, type, state, at) -> new User(
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        texts.get(4),
                        texts.get(5),
                        type,
                        state,
                        at));
    }

    static Arbitrary<App> apps() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        texts(),
                        texts().injectNull(0.5),
                        scopes(),
                        Arbitraries.of(App.Kind.class),
                        texts().list().ofMaxSize(3),
                        instants())
                .as(App::new);
    }

    static Arbitrary<Token> tokens() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        texts().injectNull(0.5),
                        texts().injectNull(0.5),
                        texts(),
                        scopes(),
                        instants(),
                        instants().injectNull(0.5))
                .as(Token::new);
    }

    static Arbitrary<Subscription> subscriptions() {
        return Combinators.combine(
                        texts().list().ofSize(2),
                        texts().injectNull(0.5),
                        Combinators.combine(texts(), texts(), scopes(), scopes())
                                .as(Subscription.Terms::new),
                        texts(),
                        Combinators.combine(
                                        Arbitraries.of(Subscription.State.class),
                                        Arbitraries.integers().between(0, 9),
                                        instants())
                                .as(Subscription.Health::new),
                        instants())
                .as((ids, app, terms, secret, health, at) ->
                        new Subscription(ids.get(0), ids.get(1), app, terms, secret, health, at));
    }

    static Arbitrary<SortedSet<String>> scopes() {
        return texts().list().ofMaxSize(5).map(TreeSet::new);
    }
}
