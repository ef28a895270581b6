package dev.porchlight.server.oauth;

import dev.porchlight.engine.directory.App;
import dev.porchlight.server.signin.Html;
import dev.porchlight.server.signin.Page;
import dev.porchlight.server.signin.SignedIn;
import java.util.Map;
import java.util.SortedSet;

/** Asks a user whether an app may do what it wants. */
final class ConsentPage {
    private static final String CONTACTS = "See your contacts and their presence status";
    private static final Map<String, String> WORDS = Map.of(
            "contact:read", CONTACTS,
            "contact:read:list_contacts", CONTACTS,
            "chat_contact:read", CONTACTS,
            "team_chat:read:contact", "See a contact of yours and their presence status",
            "user:read", "See your name, your address and your presence status",
            "user:write", "Change your name and your presence status",
            "user:read:presence_status", "See your presence status",
            "user:update:presence_status", "Change your presence status",
            "user:read:user", "See your name and your address",
            "user:update:user", "Change your name");

    private ConsentPage() {}

    /**
     * The page.
     *
     * @param address where its form goes
     * @param note where the answer goes, or what to look at before it
     */
    static Page of(App app, SortedSet<String> scopes, SignedIn who, String address, Html note) {
        return Page.of(
                "Allow " + app.name() + "?",
                Html.of(
                        """
                        <p><strong>{}</strong> wants to act for you. It could then:</p>
                        <ul class="scopes">
                        {}</ul>
                        {}
                        <form method="post" action="{}" class="two">
                        <input type="hidden" name="key" value="{}">
                        <button name="step" value="deny">Deny</button>
                        <button name="step" value="allow" class="primary">Allow</button>
                        </form>
                        <form method="post" action="{}" class="aside">
                        <p class="note">You are signed in as {}.</p>
                        <input type="hidden" name="key" value="{}">
                        <button name="step" value="sign_out" class="plain">Sign in as somebody else</button>
                        </form>
                        """,
                        app.name(),
                        Html.all(scopes.stream().map(ConsentPage::line).toList()),
                        note,
                        address,
                        who.formKey(),
                        address,
                        who.user().email(),
                        who.formKey()));
    }

    private static Html line(String scope) {
        String words = WORDS.getOrDefault(scope, scope);
        return Html.of("<li>{}</li>\n", words);
    }
}
