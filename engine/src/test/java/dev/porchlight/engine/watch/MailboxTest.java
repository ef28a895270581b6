package dev.porchlight.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MailboxTest {
    private static final UserKey ADA = new UserKey("acme", "ada");
    private static final UserKey BOB = new UserKey("acme", "bob");
    private static final UserKey CYD = new UserKey("acme", "cyd");

    private final AtomicInteger announced = new AtomicInteger();
    private final Mailbox mailbox = new Mailbox(3, announced::incrementAndGet);

    @Test
    void ofEachUserTheNewestAnswerWaits() {
        watchAll();
        put(ADA, 1);
        put(BOB, 1);
        put(ADA, 2);
        put(ADA, 3);

        assertThat(mailbox.drain(10)).containsExactly(shown(ADA, 3), shown(BOB, 1));
        assertThat(mailbox.drain(10)).isEmpty();
    }

    @Test
    void whoWaitedLongestComesFirst() {
        watchAll();
        put(ADA, 1);
        put(BOB, 1);
        put(CYD, 1);
        assertThat(mailbox.drain(1)).containsExactly(shown(ADA, 1));
        put(ADA, 2);
        put(BOB, 2);

        assertThat(mailbox.drain(2)).containsExactly(shown(BOB, 2), shown(CYD, 1));
        assertThat(mailbox.drain(2)).containsExactly(shown(ADA, 2));
    }

    @Test
    void itIsAnnouncedOnceUntilNothingIsLeft() {
        watchAll();
        assertThat(announced).hasValue(0);
        put(ADA, 1);
        put(BOB, 1);
        put(CYD, 1);
        assertThat(announced).hasValue(1);

        mailbox.drain(2);
        put(ADA, 2);
        assertThat(announced).hasValue(1);

        mailbox.drain(2);
        put(ADA, 3);
        assertThat(announced).hasValue(2);
    }

    @Test
    void anAnswerThatIsKnownIsNotToldAgain() {
        mailbox.admit(ADA, 7);
        put(ADA, 7);
        assertThat(announced).hasValue(0);
        put(ADA, 8);
        mailbox.drain(10);
        put(ADA, 8);

        assertThat(mailbox.drain(10)).isEmpty();
        assertThat(announced).hasValue(1);
    }

    @Test
    void nothingOfOthersComesIn() {
        mailbox.admit(ADA, FanOut.NOTHING_KNOWN);
        put(BOB, 1);

        assertThat(mailbox.drain(10)).isEmpty();
        assertThat(announced).hasValue(0);
    }

    @Test
    void whatWaitsOfADismissedUserIsDropped() {
        watchAll();
        put(ADA, 1);
        put(BOB, 1);

        assertThat(mailbox.dismiss(ADA)).isTrue();
        assertThat(mailbox.dismiss(ADA)).isFalse();
        put(ADA, 2);
        assertThat(mailbox.drain(10)).containsExactly(shown(BOB, 1));
    }

    @Test
    void itWatchesNoMoreThanItsLimit() {
        watchAll();
        UserKey dan = new UserKey("acme", "dan");

        assertThat(mailbox.admit(dan, FanOut.NOTHING_KNOWN)).isFalse();
        assertThat(mailbox.admit(ADA, FanOut.NOTHING_KNOWN)).isTrue();
        mailbox.dismiss(BOB);
        assertThat(mailbox.admit(dan, FanOut.NOTHING_KNOWN)).isTrue();
        assertThat(mailbox.watching()).containsExactlyInAnyOrder(ADA, CYD, dan);
    }

    @Test
    void aLowerRevisionIsTakenInAsACorrectionOnly() {
        watchAll();
        put(ADA, 57);
        put(ADA, 0);
        assertThat(mailbox.drain(10)).containsExactly(shown(ADA, 57));

        assertThat(mailbox.correct(shown(ADA, 0))).isTrue();
        assertThat(mailbox.correct(shown(ADA, 0))).isFalse();
        assertThat(mailbox.correct(shown(BOB, 0))).isFalse();
        assertThat(mailbox.drain(1)).containsExactly(shown(ADA, 0).asCorrected());
    }

    @Test
    @Timeout(60)
    void noAnnouncementIsLostBetweenThreads() throws InterruptedException {
        int last = 20_000;
        Semaphore ready = new Semaphore(0);
        Mailbox shared = new Mailbox(3, ready::release);
        shared.admit(ADA, FanOut.NOTHING_KNOWN);
        Thread writer = Thread.startVirtualThread(() -> {
            for (int revision = 0; revision <= last; revision++) {
                if (shared.offer(shown(ADA, revision))) {
                    shared.announce();
                }
            }
        });

        List<Long> seen = new ArrayList<>(List.of(-1L));
        while (seen.getLast() < last) {
            ready.acquire();
            shared.drain(10).forEach(shown -> seen.add(shown.revision()));
        }

        writer.join();
        assertThat(seen).isSorted().doesNotHaveDuplicates();
        assertThat(ready.availablePermits()).isZero();
    }

    private void watchAll() {
        List.of(ADA, BOB, CYD).forEach(user -> mailbox.admit(user, FanOut.NOTHING_KNOWN));
    }

    private void put(UserKey user, long revision) {
        if (mailbox.offer(shown(user, revision))) {
            mailbox.announce();
        }
    }

    @Test
    void whatANewerAnswerReplacesIsCounted() {
        LongAdder conflated = new LongAdder();
        Mailbox mailbox = new Mailbox(2, () -> {}, conflated);
        mailbox.admit(ADA, FanOut.NOTHING_KNOWN);
        mailbox.offer(shown(ADA, 1));
        mailbox.drain(1);
        mailbox.offer(shown(ADA, 2));
        assertThat(conflated.sum()).isZero();

        mailbox.offer(shown(ADA, 3));
        mailbox.offer(shown(ADA, 3));

        assertThat(conflated.sum()).isEqualTo(1);
    }

    private static Shown shown(UserKey user, long revision) {
        Instant at = Instant.EPOCH.plusSeconds(revision);
        return new Shown(user, revision, new Answer(Status.AVAILABLE, at, null), at);
    }
}
