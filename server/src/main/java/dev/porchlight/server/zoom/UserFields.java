package dev.porchlight.server.zoom;

import dev.porchlight.engine.directory.User;
import dev.porchlight.server.house.PlainText;
import dev.porchlight.wire.CreateUserRequest;
import dev.porchlight.wire.Problem.FieldError;
import dev.porchlight.wire.UpdateUserRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of a user may hold; every one that holds something else is named. */
final class UserFields {
    static final int MAX_NAME = 128;
    static final int MAX_EMAIL = 254;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}/]{1,64}@[^@\\s\\p{Cntrl}/]{1,190}");

    private final List<FieldError> errors = new ArrayList<>();

    private UserFields() {}

    static List<FieldError> errors(CreateUserRequest request) {
        UserFields fields = new UserFields();
        fields.check("action", request.action(), request.action().equals("create"), "create");
        CreateUserRequest.UserInfo info = request.userInfo();
        fields.id(info.id());
        fields.email("user_info.email", info.email());
        fields.type("user_info.type", info.type());
        fields.name("user_info.first_name", info.firstName());
        fields.name("user_info.last_name", info.lastName());
        fields.name("user_info.display_name", info.displayName());
        return fields.errors;
    }

    static List<FieldError> errors(UpdateUserRequest request) {
        UserFields fields = new UserFields();
        if (request.email() != null) {
            fields.email("email", request.email());
        }
        fields.type("type", request.type());
        fields.name("first_name", request.firstName());
        fields.name("last_name", request.lastName());
        fields.name("display_name", request.displayName());
        return fields.errors;
    }

    static User updated(User user, UpdateUserRequest request) {
        return new User(
                user.account(),
                user.id(),
                or(request.email(), user.email()),
                or(request.firstName(), user.firstName()),
                or(request.lastName(), user.lastName()),
                or(request.displayName(), user.displayName()),
                or(request.type(), user.type()),
                user.state(),
                user.createdAt());
    }

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private void id(@Nullable String id) {
        if (id != null) {
            boolean allowed = ID.matcher(id).matches() && !id.equals("me");
            check("user_info.id", id, allowed, "1 to 64 of A-Z a-z 0-9 . _ ~ -, and not me");
        }
    }

    private void email(String field, String email) {
        boolean allowed = email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches() && PlainText.is(email);
        check(field, email, allowed, "an e-mail address of at most " + MAX_EMAIL + " characters");
    }

    private void type(String field, @Nullable Integer type) {
        if (type != null) {
            check(field, type.toString(), type == 1 || type == 2, "1 (basic) or 2 (licensed)");
        }
    }

    private void name(String field, @Nullable String name) {
        if (name != null) {
            boolean allowed = name.length() <= MAX_NAME && PlainText.is(name);
            check(field, shortened(name), allowed, "at most " + MAX_NAME + " characters without control characters");
        }
    }

    private void check(String field, String found, boolean allowed, String expected) {
        if (!allowed) {
            errors.add(FieldError.of(field, shortened(found), expected));
        }
    }

    private static String shortened(String text) {
        return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) + "…" : text;
    }
}
