package dev.porchlight.bench.peers.speech;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * MQTT 3.1.1 with one retained message for each user, at most once. The message is its status and its number: less than what
 * Porchlight tells.
 */
public final class MqttDialect implements Dialect {
    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int SUBACK = 9;

    private static final int RETAINED_PUBLISH = 0x31;
    private static final int SUBSCRIBE = 0x82;
    private static final byte PING = (byte) 0xC0;
    private static final int CONNECT = 0x10;
    private static final byte[] SPACE = Bytes.of(" ");
    private static final byte[] TOPIC = Bytes.of("presence/");

    @Override
    public Talk talk(int user, Contacts contacts, long number, Ear ear) {
        return new Conversation("user" + user, contacts.watchedBy(user) == 0 ? null : subscribe(user, contacts), ear);
    }

    @Override
    public byte[] change(int user, Contacts contacts, long number) {
        return publish(user, number);
    }

    /** Opens a connection. */
    public static byte[] connect(String client) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        string(body, "MQTT");
        body.write(4);
        body.write(2);
        body.write(0);
        body.write(0);
        string(body, client);
        return packet(CONNECT, body);
    }

    /** Asks for a sign of life; the answer is two bytes long. */
    public static byte[] ping() {
        return new byte[] {PING, 0};
    }

    /** Sets what is retained of a user. */
    public static byte[] publish(int user, long number) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        string(body, topic(user));
        body.writeBytes(Bytes.of(Statuses.name(number) + ' ' + number));
        return packet(RETAINED_PUBLISH, body);
    }

    private static byte[] subscribe(int user, Contacts contacts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        body.write(1);
        for (int place = 0; place < contacts.watchedBy(user); place++) {
            string(body, topic(contacts.at(user, place)));
            body.write(0);
        }
        return packet(SUBSCRIBE, body);
    }

    private static String topic(int user) {
        return "presence/" + user;
    }

    private static byte[] packet(int first, ByteArrayOutputStream body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int size = body.size();
        for (; size > 0x7F; size >>>= 7) {
            packet.write((size & 0x7F) | 0x80);
        }
        packet.write(size);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    private static void string(ByteArrayOutputStream out, String text) {
        byte[] bytes = Bytes.of(text);
        out.write(bytes.length >>> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static final class Conversation implements Talk {
        private final String client;
        private final byte @Nullable [] subscribe;
        private final Ear ear;
        private boolean in;

        Conversation(String client, byte @Nullable [] subscribe, Ear ear) {
            this.client = client;
            this.subscribe = subscribe;
            this.ear = ear;
        }

        @Override
        public byte[] opening() {
            return connect(client);
        }

        @Override
        public boolean isIn() {
            return in;
        }

        @Override
        public int hear(byte[] bytes, int from, int to) {
            int at = from;
            while (to - at >= 2) {
                int size = 0;
                int body = at + 1;
                int shift = 0;
                for (; body < to && bytes[body] < 0; body++, shift += 7) {
                    size |= (bytes[body] & 0x7F) << shift;
                }
                if (body == to || (size | (bytes[body] << shift)) > to - body - 1) {
                    return at;
                }
                size |= bytes[body] << shift;
                packet(bytes, at, body + 1, body + 1 + size);
                at = body + 1 + size;
            }
            return at;
        }

        private void packet(byte[] bytes, int first, int from, int to) {
            switch ((bytes[first] & 0xF0) >>> 4) {
                case CONNACK -> entered(bytes[from + 1]);
                case SUBACK -> in = true;
                case PUBLISH -> told(bytes, from, to);
                default -> throw new IllegalStateException("a packet of type " + ((bytes[first] & 0xF0) >>> 4));
            }
        }

        private void entered(int code) {
            if (code != 0) {
                throw new IllegalStateException("the connection was refused with code " + code);
            }
            if (subscribe == null) {
                in = true;
            } else {
                ear.say(subscribe);
            }
        }

        private void told(byte[] bytes, int from, int to) {
            int payload = from + 2 + (bytes[from] & 0xFF) * 256 + (bytes[from + 1] & 0xFF);
            long user = Bytes.number(bytes, from + 2 + TOPIC.length, payload);
            ear.told((int) user, Bytes.number(bytes, Bytes.behind(bytes, payload, to, SPACE), to));
        }
    }
}
