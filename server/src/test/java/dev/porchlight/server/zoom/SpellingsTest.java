package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.names.StatusSpelling;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PUT accepts and what GET answers to it (zoom-wire: Spelling of a status). */
class SpellingsTest {

    @Nested
    class ByDefault {
        @AutoClose
        private final HouseUnderTest house = new HouseUnderTest();

        @ParameterizedTest
        @CsvSource({
            "Available, Available",
            "Away, Away",
            "Do_Not_Disturb, Do_Not_Disturb",
            "Do_No_Disturb, Do_Not_Disturb",
            "In_Calendar_Event, In_A_Calendar_Event",
            "In_A_Calendar_Event, In_A_Calendar_Event",
            "In_A_Zoom_Meeting, In_A_Meeting",
            "In_A_Meeting, In_A_Meeting",
            "In_Meeting, In_A_Meeting",
            "On_A_Call, In_A_Call",
            "In_A_Call, In_A_Call",
            "On_Phone_Call, In_A_Call",
            "Presenting, Presenting",
            "Busy, Busy",
            "Out_of_Office, Out_of_Office"
        })
        void eachSpellingIsAcceptedAndReadAsZoomAnswers(String put, String get) {
            set(house, put).hasNoContent();
            assertThat(house.statusOf("ada")).isEqualTo(get);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Offline",
                    "available",
                    "AVAILABLE",
                    "Do Not Disturb",
                    "do_not_disturb",
                    "Out_Of_Office",
                    " Away",
                    ""
                })
        void anyOtherSpellingIsRefused(String put) {
            set(house, put).refusesFields("status");
            assertThat(house.statusOf("ada")).isEqualTo("Available");
        }

        @Test
        void nobodySignedInIsOffline() {
            house.addUser("bob");
            assertThat(house.statusOf("bob")).isEqualTo("Offline");
        }
    }

    @Nested
    class AsDocumented {
        @AutoClose
        private final HouseUnderTest house =
                new HouseUnderTest(Settings.defaults().withStatusSpelling(StatusSpelling.DOCUMENTED));

        @ParameterizedTest
        @CsvSource({
            "In_A_Calendar_Event, In_Calendar_Event",
            "In_A_Meeting, In_A_Zoom_Meeting",
            "In_A_Call, On_A_Call",
            "Do_No_Disturb, Do_Not_Disturb",
            "Away, Away"
        })
        void getSpellsAsPutIsDocumented(String put, String get) {
            set(house, put).hasNoContent();
            assertThat(house.statusOf("ada")).isEqualTo(get);
        }
    }

    private static Answer set(HouseUnderTest house, String status) {
        house.addSignedIn("ada");
        return house.put("/v2/users/ada/presence_status")
                .bearer(house.admin())
                .form("status", status)
                .send();
    }
}
