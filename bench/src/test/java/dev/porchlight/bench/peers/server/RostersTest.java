package dev.porchlight.bench.peers.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.bench.peers.server.Rosters.Item;
import dev.porchlight.bench.peers.speech.Contacts;
import org.junit.jupiter.api.Test;

class RostersTest {
    @Test
    void inAStarOneIsWatchedAndTheOthersWatch() {
        Contacts star = new Contacts.Star(2);

        assertThat(Rosters.of(star, 0)).containsExactly(new Item(1, "from"), new Item(2, "from"));
        assertThat(Rosters.of(star, 2)).containsExactly(new Item(0, "to"));
    }

    @Test
    void onARingBothWatch() {
        assertThat(Rosters.of(new Contacts.Ring(9, 2), 0)).containsExactly(new Item(8, "both"), new Item(1, "both"));
    }
}
