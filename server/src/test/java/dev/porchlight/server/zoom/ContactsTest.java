package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a user can see: searched, listed and looked up (zoom-wire: Around it). */
class ContactsTest {
    private static final String MINE = "/v2/chat/users/me/contacts";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String own;
    private String server;

    @BeforeEach
    void people() {
        add("ada", "Ada", "Okafor");
        add("bob", "Bob", "Ng");
        add("cleo", "Cleo", "Okafor");
        house.signIn("bob", "6.2.0");
        own = house.userToken("ada", "chat_contact:read", "contact:read");
        server = house.serverToken("contact:read:admin");
    }

    @Test
    void aContactIsToldWithItsPresence() {
        claim("bob", "In_A_Zoom_Meeting");
        house.get(MINE + "/bob?query_presence_status=true")
                .bearer(own)
                .send()
                .hasStatus(200)
                .hasBody("""
                        {"id":"bob","email":"bob@example.com","first_name":"Bob","last_name":"Ng","display_name":"Bob Ng",\
                        "contact_type":1,"presence_status":"In_A_Meeting"}""");
    }

    @ParameterizedTest
    @CsvSource({
        "Available, Available",
        "Away, Away",
        "Busy, Busy",
        "Do_Not_Disturb, Do_Not_Disturb",
        "In_A_Zoom_Meeting, In_A_Meeting",
        "In_Calendar_Event, In_A_Calendar_Event",
        "On_A_Call, In_A_Call",
        "Out_of_Office, Out_of_Office",
        "Presenting, Presenting"
    })
    void contactsSpellAStatusInTheirOwnWay(String written, String told) {
        house.put("/v2/users/bob/presence_status")
                .bearer(house.admin())
                .form("status", written)
                .send()
                .hasNoContent();
        assertThat(house.get(MINE + "/bob@example.com?query_presence_status=true")
                        .bearer(own)
                        .send()
                        .text("presence_status"))
                .isEqualTo(told);
        assertThat(search("search_key=bob&query_presence_status=true").text("contacts/0/presence_status"))
                .isEqualTo(told);
    }

    @Test
    void whoIsNotSignedInIsOffline() {
        assertThat(house.get(MINE + "/cleo?query_presence_status=true")
                        .bearer(own)
                        .send()
                        .text("presence_status"))
                .isEqualTo("Offline");
    }

    @Test
    void presenceIsToldOnlyWhereItIsAskedFor() {
        assertThat(house.get(MINE + "/bob").bearer(own).send().json().has("presence_status"))
                .isFalse();
        assertThat(house.get(MINE).bearer(own).send().at("contacts/0").has("presence_status"))
                .isFalse();
        assertThat(search("search_key=bob&query_presence_status=false")
                        .at("contacts/0")
                        .has("presence_status"))
                .isFalse();
        assertThat(house.get(MINE + "?query_presence_status=true")
                        .bearer(own)
                        .send()
                        .text("contacts/0/presence_status"))
                .isEqualTo("Available");
    }

    @Test
    void onesContactsAreTheOthersOfTheAccount() {
        house.addAccount("other");
        house.addUser("other", "zoe");
        assertThat(ids(house.get(MINE).bearer(own).send())).containsExactly("bob", "cleo");
        assertThat(ids(house.get(MINE + "?type=external").bearer(own).send())).isEmpty();
        house.get(MINE + "/ada").bearer(own).send().refuses(404, 1001, "User does not exist: ada.");
        house.get(MINE + "/zoe").bearer(own).send().refuses(404, 1001, "User does not exist: zoe.");
    }

    @ParameterizedTest
    @CsvSource({
        "bob, bob",
        "BOB, bob",
        "okafor, cleo",
        "cleo%20okafor, cleo",
        "bob@example.com, bob",
        "BOB@EXAMPLE.COM, bob",
        "ob@example, bob",
        "ada, ''",
        "nobody, ''"
    })
    void aSearchFindsNamesAndAddresses(String key, String found) {
        Answer page =
                house.get("/v2/contacts?search_key=" + key).bearer(own).send().hasStatus(200);
        assertThat(String.join(" ", ids(page))).isEqualTo(found);
        assertThat(page.text("next_page_token")).isEmpty();
        assertThat(page.at("page_size").asInt()).isEqualTo(1);
    }

    @Test
    void aServersTokenSearchesEverybody() {
        assertThat(ids(search("search_key=okafor&page_size=25"))).containsExactly("ada", "cleo");
    }

    @Test
    void onlyUsersAreContactsHere() {
        assertThat(ids(search("search_key=bob&contact_types=2,7"))).isEmpty();
        assertThat(ids(search("search_key=bob&contact_types=1,2"))).containsExactly("bob");
        assertThat(ids(search("search_key=bob&user_status=inactive"))).isEmpty();
        assertThat(ids(search("search_key=bob&user_status=active"))).containsExactly("bob");
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 7; i++) {
            add("u" + i, "Uma", "Number " + i);
        }
        List<String> all = new ArrayList<>();
        Answer page = search("search_key=uma&page_size=3");
        while (!page.text("next_page_token").isEmpty()) {
            assertThat(ids(page)).hasSize(3);
            all.addAll(ids(page));
            page = search("search_key=uma&page_size=3&next_page_token=" + page.text("next_page_token"));
        }
        all.addAll(ids(page));
        assertThat(all).containsExactly("u0", "u1", "u2", "u3", "u4", "u5", "u6");
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        assertThat(search("search_key=okafor&page_size=2").text("next_page_token"))
                .isEmpty();
    }

    @Test
    void aPageTokenIsGoodForItsOwnListAndAQuarterOfAnHour() {
        String token = search("search_key=okafor").text("next_page_token");
        assertThat(token).isNotEmpty().doesNotContain("ada");
        String next = "search_key=okafor&next_page_token=" + token;
        assertThat(ids(search(next))).containsExactly("cleo");
        refusesToken("/v2/contacts?search_key=example&next_page_token=" + token, server);
        refusesToken("/v2/contacts?user_status=active&" + next, server);
        refusesToken("/v2/contacts?" + next, own);
        refusesToken(MINE + "?next_page_token=" + token, own);
        house.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(ids(search(next))).containsExactly("cleo");
        house.pass(Duration.ofSeconds(1));
        refusesToken("/v2/contacts?" + next, server);
    }

    @Test
    void aPageTokenThatWasChangedIsRefusedWhereverItWasChanged() {
        String token = search("search_key=okafor").text("next_page_token");
        for (int i = 0; i < token.length(); i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'x' ? 'y' : 'x') + token.substring(i + 1);
            refusesToken("/v2/contacts?search_key=okafor&next_page_token=" + changed, server);
        }
        refusesToken("/v2/contacts?search_key=okafor&next_page_token=%21", server);
        refusesToken("/v2/contacts?search_key=okafor&next_page_token=YQ", server);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2/contacts?search_key=a&page_size=26 | page_size | page_size: 26 (expected: 1 to 25)",
                "/v2/contacts?search_key=a&page_size=0 | page_size | page_size: 0 (expected: 1 to 25)",
                "/v2/contacts?search_key=a&contact_types=9 | contact_types"
                        + " | contact_types: 9 (expected: numbers from 1 to 8, with commas between)",
                "/v2/contacts?search_key=a&user_status=gone | user_status"
                        + " | user_status: gone (expected: active or inactive)",
                "/v2/contacts?page_size=1 | search_key"
                        + " | search_key:  (expected: a name or an e-mail address of at most 254 characters)",
                "/v2/chat/users/me/contacts?page_size=51 | page_size | page_size: 51 (expected: 1 to 50)",
                "/v2/chat/users/me/contacts?type=all | type | type: all (expected: company or external)",
                "/v2/chat/users/me/contacts/bob?query_presence_status=yes | query_presence_status"
                        + " | query_presence_status: yes (expected: true or false)"
            })
    void aParameterSaysWhatItMayBe(String target, String field, String message) {
        house.get(target).bearer(own).send().refusesFields(field).saysOf(field, message);
    }

    @Test
    void aServersTokenHasNoContactsOfItsOwn() {
        String all = house.serverToken("chat_contact:read");
        house.get(MINE).bearer(all).send().hasStatus(400);
        assertThat(house.get(MINE + "/bob").bearer(all).send().at("code").asInt())
                .isEqualTo(4700);
    }

    @Test
    void theScopesAreZooms() {
        String reader = house.userToken("ada", "user:read:admin");
        house.get("/v2/contacts?search_key=bob")
                .bearer(reader)
                .send()
                .refuses(
                        400, 4711, "Invalid access token, does not contain scopes:[contact:read, contact:read:admin].");
        house.get(MINE).bearer(reader).send().hasStatus(400);
        house.get(MINE + "/bob").bearer(reader).send().hasStatus(400);
        for (String scope : List.of(
                "contact:read",
                "contact:read:admin",
                "contact:read:list_contacts",
                "contact:read:list_contacts:admin")) {
            house.get("/v2/contacts?search_key=bob")
                    .bearer(house.userToken("ada", scope))
                    .send()
                    .hasStatus(200);
        }
        house.get(MINE)
                .bearer(house.userToken("ada", "team_chat:read:list_contacts"))
                .send()
                .hasStatus(200);
        house.get(MINE + "/bob")
                .bearer(house.userToken("ada", "team_chat:read:contact"))
                .send()
                .hasStatus(200);
    }

    private void add(String id, String first, String last) {
        house.post("/v2/users")
                .bearer(house.admin())
                .json("""
                        {"action":"create","user_info":{"id":"%s","email":"%s@example.com","first_name":"%s","last_name":"%s"}}""".formatted(id, id, first, last))
                .send()
                .hasStatus(201);
    }

    private void claim(String user, String status) {
        house.put("/v1/users/" + user + "/claims/meeting")
                .bearer(house.admin())
                .json("{\"status\":\"" + status + "\",\"lease\":600}")
                .send();
        assertThat(house.statusOf(user)).isEqualTo("In_A_Meeting");
    }

    private Answer search(String query) {
        return house.get("/v2/contacts?" + query).bearer(server).send().hasStatus(200);
    }

    private void refusesToken(String target, String token) {
        house.get(target).bearer(token).send().refuses(400, 300, "The next page token is invalid or expired.");
    }

    private static List<String> ids(Answer page) {
        return page.hasStatus(200)
                .at("contacts")
                .valueStream()
                .map(contact -> contact.path("id").asText())
                .toList();
    }
}
