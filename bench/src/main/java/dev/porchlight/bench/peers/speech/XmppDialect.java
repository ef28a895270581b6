package dev.porchlight.bench.peers.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** XMPP with a password in the clear, and the number of the answer as the presence's status text. */
public final class XmppDialect implements Dialect {
    public static final String DOMAIN = "localhost";
    public static final String PASSWORD = "password";

    private static final byte[] PRESENCE = Bytes.of("<presence");
    private static final byte[] FEATURES = Bytes.of("<stream:features");
    private static final byte[] SUCCESS = Bytes.of("<success");
    private static final byte[] IQ = Bytes.of("<iq");
    private static final byte[] STREAM = Bytes.of("<stream:stream");
    private static final byte[] DECLARATION = Bytes.of("<?xml");
    private static final byte[] FROM = Bytes.of(" from=");
    private static final byte[] DASH = Bytes.of("-");
    private static final byte[] TYPE = Bytes.of(" type=");
    private static final byte[] STATUS = Bytes.of("<status>");
    private static final byte[] TAG_END = Bytes.of(">");

    /** The name of an account. */
    public static String account(Contacts contacts, int user) {
        return contacts.label() + '-' + user;
    }

    @Override
    public Talk talk(int user, Contacts contacts, long number, Ear ear) {
        return new Conversation(account(contacts, user), change(user, contacts, number), ear);
    }

    @Override
    public byte[] change(int user, Contacts contacts, long number) {
        String show = Statuses.isAway(number) ? "<show>away</show>" : "";
        return Bytes.of("<presence>" + show + "<status>" + number + "</status></presence>");
    }

    @Override
    public boolean announces() {
        return true;
    }

    /** What the server has to say next. */
    private enum Step {
        MECHANISMS,
        SUCCESS,
        FEATURES,
        BOUND,
        DONE
    }

    private static final class Conversation implements Talk {
        private final String account;
        private final byte[] presence;
        private final Ear ear;
        private Step next = Step.MECHANISMS;

        Conversation(String account, byte[] presence, Ear ear) {
            this.account = account;
            this.presence = presence;
            this.ear = ear;
        }

        @Override
        public byte[] opening() {
            return Bytes.of("<?xml version='1.0'?><stream:stream xmlns='jabber:client' version='1.0' to='" + DOMAIN
                    + "' xmlns:stream='http://etherx.jabber.org/streams'>");
        }

        @Override
        public boolean isIn() {
            return next == Step.DONE;
        }

        @Override
        public int hear(byte[] bytes, int from, int to) {
            int at = Stanzas.begin(bytes, from, to);
            for (int end = Stanzas.end(bytes, at, to); end >= 0; end = Stanzas.end(bytes, at, to)) {
                if (Bytes.startsWith(bytes, at, end, PRESENCE)) {
                    presence(bytes, at, end);
                } else if (next != Step.DONE) {
                    handshake(bytes, at, end);
                }
                at = Stanzas.begin(bytes, end, to);
            }
            return at;
        }

        private void presence(byte[] bytes, int from, int to) {
            int tag = Bytes.behind(bytes, from, to, TAG_END);
            if (Bytes.find(bytes, from, tag, TYPE) < 0) {
                int sender = Bytes.behind(bytes, from, tag, FROM);
                long user = Bytes.number(bytes, Bytes.behind(bytes, sender, tag, DASH), tag);
                ear.told((int) user, Bytes.number(bytes, Bytes.behind(bytes, tag, to, STATUS), to));
            }
        }

        private void handshake(byte[] bytes, int from, int to) {
            if (Bytes.startsWith(bytes, from, to, STREAM) || Bytes.startsWith(bytes, from, to, DECLARATION)) {
                return;
            }
            next = switch (next) {
                case MECHANISMS -> answer(bytes, from, to, FEATURES, authenticate(), Step.SUCCESS);
                case SUCCESS -> answer(bytes, from, to, SUCCESS, opening(), Step.FEATURES);
                case FEATURES -> answer(bytes, from, to, FEATURES, bind(), Step.BOUND);
                case BOUND -> answer(bytes, from, to, IQ, presence, Step.DONE);
                case DONE -> Step.DONE;
            };
        }

        private Step answer(byte[] bytes, int from, int to, byte[] expected, byte[] reply, Step following) {
            if (!Bytes.startsWith(bytes, from, to, expected)) {
                throw new IllegalStateException(
                        Bytes.text(bytes, from, to) + " (expected: " + Bytes.text(expected, 0, expected.length) + ')');
            }
            ear.say(reply);
            return following;
        }

        private byte[] authenticate() {
            String secret = "\0" + account + "\0" + PASSWORD;
            return Bytes.of("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                    + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)) + "</auth>");
        }

        private static byte[] bind() {
            return Bytes.of("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        }
    }
}
