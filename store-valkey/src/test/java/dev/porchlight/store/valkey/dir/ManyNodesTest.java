package dev.porchlight.store.valkey.dir;

import static dev.porchlight.store.valkey.dir.Things.NOON;
import static dev.porchlight.store.valkey.dir.Things.code;
import static dev.porchlight.store.valkey.dir.Things.posting;
import static dev.porchlight.store.valkey.dir.Things.subscription;
import static dev.porchlight.store.valkey.dir.Things.token;
import static dev.porchlight.store.valkey.dir.Things.user;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grants.Issue;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.testkit.contract.Together;
import dev.porchlight.testkit.valkey.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManyNodesTest {
    private Nodes nodes;
    private Dir one;
    private Dir other;

    @BeforeEach
    void open() {
        nodes = new Nodes();
        one = nodes.node();
        other = nodes.node();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private Dir either(int number) {
        return number % 2 == 0 ? one : other;
    }

    @Test
    void aCodeIsExchangedOnceHoweverManyTryOnSeveralNodes() {
        Grant code = code("code");
        await(one.authority().grants().add(code));

        List<Written> answers = Together.run(32, number -> {
            String hash = "t" + number;
            Issue issue = new Issue(List.of(token(hash)), List.of());
            return await(either(number).authority().grants().exchange(code, code.usedFor(hash, NOON), issue));
        });

        assertThat(Collections.frequency(answers, Written.DONE)).isEqualTo(1);
        assertThat(Collections.frequency(answers, Written.MISSING)).isEqualTo(31);
        assertThat(await(other.directory().tokens().list("acme"))).hasSize(1);
    }

    @Test
    void anAddressIsNeverTakenTwice() {
        List<List<Written>> answers = Together.run(
                8,
                thread -> IntStream.range(0, 40)
                        .mapToObj(i -> await(either(thread)
                                        .directory()
                                        .users()
                                        .add(List.of(user("u" + thread + "-" + i, "name" + i + "@example.com"))))
                                .getFirst())
                        .toList());

        for (int i = 0; i < 40; i++) {
            int address = i;
            assertThat(answers.stream().map(each -> each.get(address)).toList())
                    .as("address %s", address)
                    .containsOnlyOnce(Written.DONE)
                    .contains(Written.EMAIL_TAKEN);
        }
        assertThat(await(one.directory().users().list("acme", null, 1000)).items())
                .hasSize(40);
    }

    @Test
    void aTokenRevokedOnOneNodeIsDeadOnTheOtherWithinASecond() {
        await(one.directory().tokens().add(token("t")));
        assertThat(await(other.directory().tokens().find("t"))).isPresent();

        assertThat(await(one.directory().tokens().revoke("acme", "t"))).isEqualTo(Written.DONE);
        long revoked = System.nanoTime();
        assertThat(await(one.directory().tokens().find("t"))).isEmpty();
        Polling.until(
                "the other node sees it",
                () -> await(other.directory().tokens().find("t")).isEmpty());

        assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void numbersHaveNoHolesHoweverManyNodesPost() {
        await(one.directory().subscriptions().add(subscription("s")));

        List<Integer> counts = Together.run(
                8,
                thread -> LongStream.rangeClosed(1, 25)
                        .mapToInt(sequence -> await(either(thread)
                                .deliveries()
                                .post(List.of(posting("u" + thread, 1000L * thread + sequence, "s")))))
                        .sum());

        assertThat(counts).containsOnly(25);
        List<Long> numbers = new ArrayList<>();
        List<Delivery> due = await(one.deliveries().due("s", Instant.MAX, 1000));
        while (!due.isEmpty()) {
            for (Delivery delivery : due) {
                numbers.add(delivery.number());
                await(either((int) delivery.number())
                        .deliveries()
                        .settle(delivery, Things.arrived(delivery), Things.DELIVERED));
            }
            due = await(one.deliveries().due("s", Instant.MAX, 1000));
        }
        assertThat(numbers.stream().sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(await(other.deliveryLog().standing("s")).waiting()).isZero();
    }

    @Test
    void whatIsSentAgainAfterALostAnswerIsDoneOnce() {
        Dir stuttering = nodes.node(Stutter::new);
        Grant code = code("code");
        User ada = user("ada", "ada@example.com");

        assertThat(await(stuttering.directory().users().add(List.of(ada)))).containsExactly(Written.DONE);
        assertThat(await(stuttering.authority().grants().add(code))).isEqualTo(Written.DONE);
        assertThat(await(stuttering
                        .authority()
                        .grants()
                        .exchange(code, code.usedFor("t", NOON), new Issue(List.of(token("t")), List.of()))))
                .isEqualTo(Written.DONE);
        assertThat(await(stuttering.directory().users().remove(ada.key()))).isEqualTo(Written.DONE);

        assertThat(await(one.directory().users().find("acme", "ada"))).isEmpty();
    }
}
