package dev.porchlight.store.valkey.dir;

import static dev.porchlight.store.valkey.dir.Things.ADA;
import static dev.porchlight.store.valkey.dir.Things.posting;
import static dev.porchlight.store.valkey.dir.Things.subscription;
import static dev.porchlight.store.valkey.dir.Things.user;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in several steps, of which the last ones may be missing. */
class IntentsTest {
    private static final User USER = user("ada", "ada@example.com");

    private Nodes nodes;
    private Dir node;

    @BeforeEach
    void open() {
        nodes = new Nodes();
        node = nodes.node();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private void beginToRemove() {
        await(node.directory().users().add(List.of(USER)));
        nodes.neighbour.away = true;
        assertThatThrownBy(() -> await(node.directory().users().remove(ADA)))
                .isInstanceOf(StoreUnavailableException.class);
        nodes.neighbour.away = false;
    }

    @Test
    void aRemovalGoesThroughAllSlots() {
        await(node.directory().users().add(List.of(USER)));

        assertThat(await(node.directory().users().remove(ADA))).isEqualTo(Written.DONE);

        assertThat(nodes.neighbour.removed).containsExactly("ada at 7");
    }

    @Test
    void aRemovalThatWasCutOffIsFinishedByTheNextNode() {
        beginToRemove();
        Dir next = nodes.node();

        await(next.finish());
        await(next.finish());

        assertThat(nodes.neighbour.removed).containsExactly("ada at 7");
    }

    @Test
    void anIdIsGivenAgainOnlyWhenAllOfTheEarlierUserHasGone() {
        beginToRemove();
        nodes.neighbour.away = true;
        assertThatThrownBy(() -> await(node.directory().users().add(List.of(USER))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(await(node.directory().users().find("acme", "ada"))).isEmpty();
        nodes.neighbour.away = false;

        assertThat(await(node.directory().users().add(List.of(USER)))).containsExactly(Written.DONE);

        assertThat(nodes.neighbour.removed).containsExactly("ada at 7");
        await(nodes.node().finish());
        assertThat(nodes.neighbour.removed).hasSize(1);
    }

    @Test
    void anIdIsLoadedOnlyWhenAllOfTheEarlierUserHasGone() {
        beginToRemove();

        assertThat(await(node.load(List.of(new Item.OfUser(USER))))).containsExactly(Written.DONE);

        assertThat(nodes.neighbour.removed).containsExactly("ada at 7");
    }

    @Test
    void lettersOfAnEntryThatDidNotLeaveItsOutboxArePutOnce() {
        await(node.directory().subscriptions().add(subscription("s")));
        assertThat(await(node.deliveries().post(List.of(posting("ada", 1, "s")))))
                .isEqualTo(1);
        nodes.neighbour.done.clear();

        assertThat(await(nodes.node().deliveries().post(List.of(posting("ada", 1, "s"), posting("bob", 2, "s")))))
                .isEqualTo(1);

        assertThat(nodes.neighbour.done).containsExactlyInAnyOrder(1L, 2L);
        assertThat(await(node.deliveries().due("s", Instant.MAX, 10))).hasSize(2);
        assertThat(await(node.deliveryLog().standing("s")).last()).isEqualTo(2);
    }
}
