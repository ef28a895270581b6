package dev.porchlight.bench.peers.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactsTest {
    static List<Contacts> kinds() {
        return List.of(new Contacts.Ring(20, 18), new Contacts.Ring(50, 18), new Contacts.Star(7));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoIsInAPlaceHasThatPlaceAndNobodyElseHasOne(Contacts contacts) {
        for (int watcher = 0; watcher < contacts.users(); watcher++) {
            int[] places = new int[contacts.users()];
            java.util.Arrays.fill(places, -1);
            for (int place = 0; place < contacts.watchedBy(watcher); place++) {
                places[contacts.at(watcher, place)] = place;
            }
            int who = watcher;
            assertThat(IntStream.range(0, contacts.users()).map(user -> contacts.place(who, user)))
                    .containsExactly(IntStream.of(places).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void everyPairIsCounted() {
        assertThat(new Contacts.Ring(5_000, 18).pairs()).isEqualTo(90_000);
        assertThat(new Contacts.Star(1_000).pairs()).isEqualTo(1_000);
    }

    @Test
    void onARingThoseWhoAreWatchedWatchBack() {
        Contacts ring = new Contacts.Ring(30, 6);

        for (int place = 0; place < 6; place++) {
            assertThat(ring.place(ring.at(29, place), 29)).isNotNegative();
        }
    }

    @Test
    void aRingNeedsAnEvenNumberBelowItsUsers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contacts.Ring(18, 18))
                .withMessageContaining("18");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contacts.Ring(18, 3))
                .withMessageContaining("even");
    }
}
