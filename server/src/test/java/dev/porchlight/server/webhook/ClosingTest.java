package dev.porchlight.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.webhook.Receiver.Received;
import dev.porchlight.store.memory.MemoryStore;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that closes while receivers take their time. */
@Timeout(60)
class ClosingTest {
    private static final String ADMIN = "the-administrator-of-this-test";

    private final CountDownLatch answering = new CountDownLatch(1);

    @AutoClose
    private final Receiver receiver = new Receiver().waitingFor(answering);

    @Test
    void whatIsUnderWayThenIsSentAgainAtOnceAndNotHeldAgainstTheReceiver() {
        MemoryStore store = new MemoryStore();
        try (HouseUnderTest house = open(store)) {
            house.addSignedIn("ada");
            house.addSignedIn("bob");
            Subscribers.subscribe(house, receiver, Subscribers.STATUS_ONLY);
            Subscribers.set(house, "ada", "Away");
            Subscribers.set(house, "bob", "Away");
            receiver.next();
            receiver.next();
            // More that wait, and would be sent as soon as those are over.
            Subscribers.set(house, "ada", "Busy");
            Subscribers.set(house, "bob", "Busy");
        }
        answering.countDown();

        // The clock has not moved: what had been tried would come minutes later.
        try (HouseUnderTest again = open(store.reopen())) {
            assertThat(again.now()).isEqualTo(HouseUnderTest.START);
            assertThat(java.util.stream.Stream.generate(receiver::next).limit(4).map(Received::number))
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        }
    }

    private static HouseUnderTest open(MemoryStore store) {
        return new HouseUnderTest(Subscribers.settings().withAdminToken(ADMIN), store);
    }
}
