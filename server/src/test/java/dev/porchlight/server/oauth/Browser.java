package dev.porchlight.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of one person: it keeps cookies, and sends the forms of pages as they are. */
final class Browser {
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"");

    private final HouseUnderTest house;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(HouseUnderTest house) {
        this.house = house;
    }

    Answer open(String address) {
        return kept(with(house.get(address)).send());
    }

    /** Sends the form of a page, with what somebody adds to it. */
    Answer send(Answer page, String address, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("key");
        all.add(key(page));
        return post(address, all.toArray(String[]::new));
    }

    Answer post(String address, String... fields) {
        return kept(with(house.post(address)).form(fields).send());
    }

    static String key(Answer page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as("a form in %s", page.body()).isTrue();
        return key.group(1);
    }

    /** Signs in on the way to an address, and sees what is there. */
    Answer signIn(String address, String email, String password) {
        Answer page = open(address);
        Answer back = send(page, address, "step", "sign_in", "email", email, "password", password);
        back.hasStatus(303).hasHeader("location", address);
        return open(address);
    }

    private Ask with(Ask ask) {
        return cookies.isEmpty()
                ? ask
                : ask.header(
                        "Cookie",
                        String.join(
                                "; ",
                                cookies.entrySet().stream()
                                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                        .toList()));
    }

    private Answer kept(Answer answer) {
        answer.header("set-cookie").ifPresent(set -> {
            String pair = set.split(";", 2)[0];
            cookies.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        });
        return answer;
    }

    Map<String, String> cookies() {
        return cookies;
    }
}
