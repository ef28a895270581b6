package dev.porchlight.server.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes that a token can carry (docs/zoom-wire.md, Tokens and scopes). The first two of a list are named in refusals. */
public final class Scopes {
    public static final String ADMIN = "porchlight:admin";

    /** Of a sign-in in a browser, which opens the pages of {@code /oauth} and nothing else. */
    public static final String SIGN_IN = "porchlight:sign_in";

    public static final List<String> WRITE_PRESENCE = List.of(
            "user:write", "user:write:admin", "user:update:presence_status", "user:update:presence_status:admin");
    public static final List<String> READ_PRESENCE =
            List.of("user:read", "user:read:admin", "user:read:presence_status", "user:read:presence_status:admin");
    public static final List<String> READ_USER =
            List.of("user:read", "user:read:admin", "user:read:user", "user:read:user:admin");
    public static final List<String> LIST_USERS = List.of("user:read:admin", "user:read:list_users:admin");
    public static final List<String> CREATE_USER = List.of("user:write:admin", "user:write:user:admin");
    public static final List<String> UPDATE_USER =
            List.of("user:write", "user:write:admin", "user:update:user", "user:update:user:admin");
    public static final List<String> DELETE_USER = List.of("user:write:admin", "user:delete:user:admin");
    public static final List<String> SEARCH_CONTACTS = List.of(
            "contact:read", "contact:read:admin", "contact:read:list_contacts", "contact:read:list_contacts:admin");
    public static final List<String> LIST_CONTACTS = List.of("chat_contact:read", "team_chat:read:list_contacts");
    public static final List<String> READ_CONTACT = List.of("chat_contact:read", "team_chat:read:contact");

    /** To be told of every user's presence. */
    public static final List<String> SUBSCRIBE = List.of("user:read:admin", "user:read:presence_status:admin");

    /** Every scope that an app or a token can be given. */
    public static final Set<String> ALL = Stream.of(
                    List.of(ADMIN),
                    WRITE_PRESENCE,
                    READ_PRESENCE,
                    READ_USER,
                    LIST_USERS,
                    CREATE_USER,
                    UPDATE_USER,
                    DELETE_USER,
                    SEARCH_CONTACTS,
                    LIST_CONTACTS,
                    READ_CONTACT)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** What users can allow an app: what reaches themselves and nobody else. */
    public static boolean isOwn(String scope) {
        return ALL.contains(scope) && !scope.endsWith(":admin");
    }

    private Scopes() {}
}
