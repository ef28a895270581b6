package dev.porchlight.acceptance.malformed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Many connections at once, each with the next attack of the seed; a slow one goes on while others come and go. */
final class Siege {
    private static final int WORKERS = 16;
    private static final int SLOW_PER_WORKER = 4;
    private static final int MAX_FAILURES = 20;

    private final Attacks attacks;
    private final Map<String, LongAdder> tally = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Siege(Attacks attacks) {
        this.attacks = attacks;
    }

    /** Carries out the attacks of these numbers and waits for the last verdict. Answers what went wrong. */
    List<String> run(long from, long to) throws InterruptedException {
        AtomicLong next = new AtomicLong(from);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofVirtual().start(() -> work(next, to)));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return List.copyOf(failures);
    }

    /** How many of each kind. */
    Map<String, LongAdder> tally() {
        return tally;
    }

    private void work(AtomicLong next, long to) {
        Deque<Under> slow = new ArrayDeque<>();
        for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
            Under begun = begin(number);
            if (begun != null) {
                slow.addLast(begun);
            }
            Under oldest = slow.pollFirst();
            if (oldest != null && !goesOn(oldest, slow.size() >= SLOW_PER_WORKER)) {
                continue;
            }
            if (oldest != null) {
                slow.addLast(oldest);
            }
            if (failures.size() > MAX_FAILURES) {
                break;
            }
        }
        slow.forEach(left -> goesOn(left, true));
    }

    /** An attack under way. */
    private record Under(long number, Attack attack, Conversation conversation) {}

    private @Nullable Under begin(long number) {
        Attack attack = attacks.number(number);
        tally.computeIfAbsent(attack.kind(), kind -> new LongAdder()).increment();
        try {
            return new Under(number, attack, new Conversation(attacks.target(), attack));
        } catch (IOException e) {
            failed(number, attack, "no connection: " + e);
            return null;
        }
    }

    /** Sends one piece, or all that are left, and checks the answer after the last. Answers whether there are more. */
    private boolean goesOn(Under under, boolean toTheEnd) {
        try {
            boolean more = under.conversation().send();
            while (more && toTheEnd) {
                more = under.conversation().send();
            }
            if (more) {
                return true;
            }
            String wrong = under.conversation().verdict();
            if (wrong != null) {
                failed(under.number(), under.attack(), wrong);
            }
            under.conversation().close();
        } catch (IOException | RuntimeException e) {
            failed(under.number(), under.attack(), "an answer that is none: " + e);
        }
        return false;
    }

    private void failed(long number, Attack attack, String wrong) {
        StringBuilder sent = new StringBuilder();
        for (byte[] piece : attack.pieces()) {
            for (int i = 0; i < piece.length && sent.length() < 600; i++) {
                sent.append(
                        piece[i] >= ' ' && piece[i] < 127
                                ? String.valueOf((char) piece[i])
                                : "\\x%02x".formatted(piece[i]));
            }
        }
        failures.add("attack " + number + " (" + attack.kind() + ", " + attack.expected() + "): " + wrong
                + "\n    sent: " + sent);
    }
}
