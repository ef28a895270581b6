package dev.porchlight.store.valkey.line;

import dev.porchlight.testkit.valkey.Polling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it heard. */
final class Heard implements Lines.Ear {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger gaps = new AtomicInteger();

    @Override
    public void heard(byte[] message) {
        messages.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void deaf() {
        gaps.incrementAndGet();
    }

    int count() {
        return messages.size();
    }

    void awaitCount(int count) {
        Polling.until(count + " messages are heard", () -> "but " + messages, () -> messages.size() >= count);
    }

    int gaps() {
        return gaps.get();
    }

    void awaitGap(int number) {
        Polling.until("a gap is told, number " + number, () -> "but " + gaps, () -> gaps.get() >= number);
    }
}
