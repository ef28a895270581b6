package dev.porchlight.server.zoom;

import dev.porchlight.engine.directory.User;
import dev.porchlight.server.house.PlainText;
import dev.porchlight.server.http.Call;
import dev.porchlight.wire.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a request for contacts asks for; every parameter that holds something else is named. */
final class ContactQuery {
    private static final int MAX_KEY = 254;

    private final Call call;
    private final List<FieldError> errors = new ArrayList<>();

    ContactQuery(Call call) {
        this.call = call;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    int pageSize(int usual, int most) {
        String size = call.queryParameter("page_size").orElse(Integer.toString(usual));
        int limit = size.matches("\\d{1,4}") ? Integer.parseInt(size) : 0;
        check("page_size", size, limit >= 1 && limit <= most, "1 to " + most);
        return limit;
    }

    String searchKey() {
        String key = call.queryParameter("search_key").orElse("").strip();
        boolean allowed = !key.isEmpty() && key.length() <= MAX_KEY && PlainText.is(key);
        check("search_key", key, allowed, "a name or an e-mail address of at most " + MAX_KEY + " characters");
        return key.toLowerCase(Locale.ROOT);
    }

    boolean presenceWanted() {
        String wanted = call.queryParameter("query_presence_status").orElse("false");
        boolean is = wanted.equalsIgnoreCase("true");
        check("query_presence_status", wanted, is || wanted.equalsIgnoreCase("false"), "true or false");
        return is;
    }

    /** Whether contacts of the kind "user", the only kind there is here, are among those wanted. */
    boolean usersWanted() {
        String types = call.queryParameter("contact_types").orElse("1");
        check("contact_types", types, types.matches("[1-8](,[1-8]){0,7}"), "numbers from 1 to 8, with commas between");
        return types.contains("1");
    }

    /** Whether contacts of the user's own company, the only ones there are here, are wanted. */
    boolean companyWanted() {
        String type = call.queryParameter("type").orElse("company");
        check("type", type, type.equals("company") || type.equals("external"), "company or external");
        return type.equals("company");
    }

    Predicate<User> ofState() {
        Optional<String> state = call.queryParameter("user_status");
        for (User.State known : User.State.values()) {
            if (state.filter(known.name().toLowerCase(Locale.ROOT)::equals).isPresent()) {
                return user -> user.state() == known;
            }
        }
        state.ifPresent(other -> check("user_status", other, false, "active or inactive"));
        return user -> true;
    }

    private void check(String parameter, String found, boolean allowed, String expected) {
        if (!allowed) {
            String shown = found.length() > MAX_KEY ? found.substring(0, MAX_KEY) + "…" : found;
            errors.add(FieldError.of(parameter, shown, expected));
        }
    }
}
