package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link Apps} does. */
public abstract class AppsContract extends PortContract {
    private static final App BOT = app("acme", "bot");

    @Test
    void anAppIsFoundAsItWasAdded() {
        assertThat(await(apps().add(BOT))).isEqualTo(Written.DONE);

        assertThat(await(apps().find("bot"))).contains(BOT);
        assertThat(await(apps().find("other"))).isEmpty();
    }

    @Test
    void whatUsersAllowAnAppIsKeptWithIt() {
        App phone = new App(
                "acme",
                "phone",
                "Phone",
                null,
                new TreeSet<>(List.of("user:read")),
                App.Kind.USER_AUTHORISED,
                List.of("https://app.example/cb", "http://127.0.0.1/cb"),
                NOON);
        await(apps().add(phone));

        restart();

        assertThat(await(apps().find("phone"))).contains(phone);
    }

    @Test
    void anIdIsTakenOnceInTheWholeStore() {
        await(apps().add(BOT));

        assertThat(await(apps().add(app("globex", "bot")))).isEqualTo(Written.ID_TAKEN);
        assertThat(await(apps().find("bot"))).contains(BOT);
        assertThat(await(apps().list("globex"))).isEmpty();
    }

    @Test
    void theAppsOfAnAccountAreListedById() {
        App alarm = app("acme", "alarm");
        await(apps().add(BOT));
        await(apps().add(alarm));
        await(apps().add(app("acme2", "another")));

        assertThat(await(apps().list("acme"))).containsExactly(alarm, BOT);
        assertThat(await(apps().list("acm"))).isEmpty();
    }

    @Test
    void aRemovedAppTakesItsTokensWithIt() {
        await(apps().add(BOT));
        await(apps().add(app("acme", "other")));
        await(store.directory().tokens().add(token("one", "bot")));
        await(store.directory().tokens().add(token("two", "bot")));
        await(store.directory().tokens().add(token("three", "other")));

        assertThat(await(apps().remove("acme", "bot"))).isEqualTo(Written.DONE);

        assertThat(await(apps().find("bot"))).isEmpty();
        assertThat(await(apps().list("acme"))).extracting(App::id).containsExactly("other");
        assertThat(await(store.directory().tokens().list("acme")))
                .extracting(Token::hash)
                .containsExactly("three");
        assertThat(await(apps().add(app("globex", "bot")))).isEqualTo(Written.DONE);
    }

    @Test
    void nobodyRemovesTheAppOfAnotherAccount() {
        await(apps().add(BOT));
        await(store.directory().tokens().add(token("one", "bot")));

        assertThat(await(apps().remove("globex", "bot"))).isEqualTo(Written.MISSING);
        assertThat(await(apps().remove("acme", "none"))).isEqualTo(Written.MISSING);
        assertThat(await(apps().find("bot"))).contains(BOT);
        assertThat(await(store.directory().tokens().find("one"))).isPresent();
    }

    @Test
    void appsSurviveReopening() {
        await(apps().add(BOT));

        restart();

        assertThat(await(apps().find("bot"))).contains(BOT);
        assertThat(await(apps().list("acme"))).containsExactly(BOT);
    }

    private Apps apps() {
        return store.directory().apps();
    }

    private static App app(String account, String id) {
        return new App(account, id, "The " + id, "hash", new TreeSet<>(List.of("user:read", "presence:write")), NOON);
    }

    private static Token token(String hash, String app) {
        return new Token(hash, "acme", null, app, "test", new TreeSet<>(), NOON, null);
    }
}
