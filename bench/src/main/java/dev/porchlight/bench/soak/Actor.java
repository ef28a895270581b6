package dev.porchlight.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Moves some of the people: signs their phones in for a short time, or out, and sets what they say. */
final class Actor implements Runnable {
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final List<String> STATUSES =
            List.of("Available", "Away", "Do_Not_Disturb", "Presenting", "In_A_Zoom_Meeting", "Busy");

    private final Shared shared;
    private final Requests requests;
    private final List<Person> own;
    private final SplittableRandom dice;
    private final int millisBetween;

    /** @param own those whom nobody else moves */
    Actor(Shared shared, Requests requests, List<Person> own, SplittableRandom dice, int millisBetween) {
        this.shared = shared;
        this.requests = requests;
        this.own = own;
        this.dice = dice;
        this.millisBetween = millisBetween;
    }

    @Override
    public void run() {
        try {
            while (!shared.over && !shared.calm) {
                move(own.get(dice.nextInt(own.size())));
                shared.pause(dice.nextInt(2 * millisBetween));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void move(Person person) throws InterruptedException {
        switch (dice.nextInt(6)) {
            case 0, 1, 2 -> session(person, "PUT", LEASE);
            case 3 -> session(person, "DELETE", Duration.ZERO);
            default -> set(person, STATUSES.get(dice.nextInt(STATUSES.size())));
        }
    }

    private void session(Person person, String method, Duration lease) throws InterruptedException {
        String state = dice.nextBoolean() ? "active" : "idle";
        String body = method.equals("DELETE")
                ? ""
                : "{\"platform\":\"phone\",\"version\":\"6.0\",\"state\":\"%s\",\"lease\":%d}"
                        .formatted(state, lease.toSeconds());
        Lifeline.Renewal renewal = person.phone().begin(shared.clock.instant(), lease);
        try {
            int status = requests.send(method, "/v1/users/" + person.id() + "/sessions/phone", body);
            if (status / 100 != 2) {
                throw new IOException("status " + status);
            }
            person.phone().done(renewal, shared.clock.instant());
            shared.changes.incrementAndGet();
        } catch (IOException unknown) {
            person.phone().unknown(renewal, shared.clock.instant());
        }
    }

    private void set(Person person, String status) throws InterruptedException {
        try {
            String body = "{\"status\":\"" + status + "\",\"duration\":1}";
            requests.send("PUT", "/v1/users/" + person.id() + "/claims/meeting", body);
            shared.changes.incrementAndGet();
        } catch (IOException lost) {
            // Whether it was done does not matter here: watchers must believe what the store says.
            shared.pause(50);
        }
    }
}
