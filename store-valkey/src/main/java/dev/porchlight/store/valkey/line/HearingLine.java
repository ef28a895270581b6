package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.Failures;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One connection over which channels of a primary are heard. Only the thread of the connections may touch it. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails is answered, or ends the connection.
final class HearingLine extends RedisPubSubAdapter<byte[], byte[]> {
    private static final long SILENCE_NANOS = Dial.TIMEOUT.toNanos();
    private static final long IDLE_NANOS = SILENCE_NANOS / 2;

    private final Address address;
    private final EventLoop loop;
    private final Hearing hearing;

    /** How many confirmations are still to come, for each channel. */
    private final Map<ByteBuffer, Integer> unconfirmed = new HashMap<>();

    private @Nullable StatefulRedisPubSubConnection<byte[], byte[]> connection;
    private boolean closed;
    private long heard = System.nanoTime();
    private long pinged;
    private boolean answerDue;

    HearingLine(
            Address address,
            CompletionStage<StatefulRedisPubSubConnection<byte[], byte[]>> connecting,
            EventLoop loop,
            Hearing hearing) {
        this.address = address;
        this.loop = loop;
        this.hearing = hearing;
        connecting.whenCompleteAsync(this::opened, loop);
    }

    private void opened(@Nullable StatefulRedisPubSubConnection<byte[], byte[]> open, @Nullable Throwable error) {
        if (open == null) {
            drop(error == null ? new IllegalStateException("no connection") : Failures.cause(error));
        } else if (closed) {
            open.closeAsync();
        } else {
            connection = open;
            heard = System.nanoTime();
            open.addListener(new Lost(loop, this::drop));
            open.addListener(this);
            if (!open.isOpen()) {
                drop(Lost.cause());
            }
            hearing.opened();
        }
    }

    boolean isOpen() {
        return connection != null;
    }

    Address address() {
        return address;
    }

    /** Subscribes to channels of one slot. */
    void subscribe(List<Topic> topics) {
        if (connection == null) {
            return;
        }
        for (Topic topic : topics) {
            topic.at = this;
            unconfirmed.merge(ByteBuffer.wrap(topic.channel), 1, Integer::sum);
        }
        byte[][] channels = topics.stream().map(topic -> topic.channel).toArray(byte[][]::new);
        connection.async().ssubscribe(channels).whenComplete((done, error) -> {
            if (error != null && !closed) {
                refused(topics, Failures.cause(error));
            }
        });
    }

    private void refused(List<Topic> topics, Throwable error) {
        for (Topic topic : topics) {
            if (confirm(ByteBuffer.wrap(topic.channel)) && topic.at == this) {
                hearing.homeless(topic, error);
            }
        }
        if (Refusal.of(error) == Refusal.LOST) {
            drop(error);
        }
    }

    void unsubscribe(byte[] channel) {
        if (connection != null) {
            // An error is of no interest: who asked has gone, and a lost connection shows by itself.
            connection.async().sunsubscribe(channel);
        }
    }

    @Override
    public void ssubscribed(byte[] channel, long count) {
        heard = System.nanoTime();
        ByteBuffer key = ByteBuffer.wrap(channel);
        if (confirm(key)) {
            Topic topic = hearing.topic(key);
            if (topic != null && topic.at == this) {
                topic.confirmed();
            }
        }
    }

    private boolean confirm(ByteBuffer channel) {
        return unconfirmed.computeIfPresent(channel, (same, count) -> count == 1 ? null : count - 1) == null;
    }

    /** Unasked, when the slot has moved away. */
    @Override
    public void sunsubscribed(byte[] channel, long count) {
        heard = System.nanoTime();
        ByteBuffer key = ByteBuffer.wrap(channel);
        Topic topic = hearing.topic(key);
        if (topic != null && topic.at == this && !unconfirmed.containsKey(key)) {
            hearing.homeless(topic, new IllegalStateException("the slot has moved"));
        }
    }

    @Override
    public void smessage(byte[] channel, byte[] message) {
        heard = System.nanoTime();
        Topic topic = hearing.topic(ByteBuffer.wrap(channel));
        if (topic != null) {
            topic.heard(message);
        }
    }

    /** A connection that only listens does not notice by itself that nobody is there. */
    void tick(long now) {
        StatefulRedisPubSubConnection<byte[], byte[]> open = connection;
        if (open == null) {
            return;
        }
        if (answerDue && now - Math.max(pinged, heard) > SILENCE_NANOS) {
            drop(new IllegalStateException("it has not answered for " + Dial.TIMEOUT.toSeconds() + " seconds"));
        } else if (!answerDue && now - heard > IDLE_NANOS) {
            answerDue = true;
            pinged = now;
            open.async().ping().whenComplete((pong, error) -> {
                if (error == null) {
                    answerDue = false;
                    heard = System.nanoTime();
                }
            });
        }
    }

    void drop(Throwable cause) {
        if (closed) {
            return;
        }
        closed = true;
        if (connection != null && connection.isOpen()) {
            connection.closeAsync();
        }
        connection = null;
        hearing.lost(this, cause);
    }
}
