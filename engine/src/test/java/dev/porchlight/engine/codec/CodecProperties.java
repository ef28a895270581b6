package dev.porchlight.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.History.Reading;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecProperties {
    @Provide
    Arbitrary<Presence> presences() {
        return Records.presences();
    }

    @Provide
    Arbitrary<PresenceEvent> events() {
        return Records.events();
    }

    @Provide
    Arbitrary<Account> accounts() {
        return DirectoryRecords.accounts();
    }

    @Provide
    Arbitrary<User> knownUsers() {
        return DirectoryRecords.users();
    }

    @Provide
    Arbitrary<App> apps() {
        return DirectoryRecords.apps();
    }

    @Provide
    Arbitrary<Token> tokens() {
        return DirectoryRecords.tokens();
    }

    @Property(tries = 500)
    void aPresenceComesBackExactly(@ForAll("presences") Presence presence) {
        assertThat(PresenceCodec.decode(PresenceCodec.encode(presence))).isEqualTo(presence);
    }

    @Provide
    Arbitrary<Reading> readings() {
        return Records.readings();
    }

    @Property(tries = 100)
    void aReadingComesBackExactly(@ForAll("readings") Reading reading) {
        assertThat(ReadingCodec.decode(ReadingCodec.encode(reading))).isEqualTo(reading);
    }

    @Provide
    Arbitrary<Subscription> subscriptions() {
        return DirectoryRecords.subscriptions();
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Records.deliveries();
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        return Records.attempts();
    }

    @Property(tries = 200)
    void webhooksComeBackExactly(
            @ForAll("subscriptions") Subscription subscription,
            @ForAll("deliveries") Delivery delivery,
            @ForAll("attempts") Attempt attempt) {
        assertThat(SubscriptionCodec.decode(SubscriptionCodec.encode(subscription)))
                .isEqualTo(subscription);
        assertThat(DeliveryCodec.delivery(DeliveryCodec.encode(delivery))).isEqualTo(delivery);
        assertThat(DeliveryCodec.attempt(DeliveryCodec.encode(attempt))).isEqualTo(attempt);
    }

    @Property(tries = 500)
    void anEventComesBackExactly(@ForAll("events") PresenceEvent event) {
        assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }

    @Property(tries = 300)
    void theDirectoryComesBackExactly(
            @ForAll("accounts") Account account,
            @ForAll("knownUsers") User user,
            @ForAll("apps") App app,
            @ForAll("tokens") Token token) {
        assertThat(DirectoryCodec.account(DirectoryCodec.encode(account))).isEqualTo(account);
        assertThat(DirectoryCodec.user(DirectoryCodec.encode(user))).isEqualTo(user);
        assertThat(DirectoryCodec.app(DirectoryCodec.encode(app))).isEqualTo(app);
        assertThat(DirectoryCodec.token(DirectoryCodec.encode(token))).isEqualTo(token);
    }

    @Provide
    Arbitrary<Grant> grants() {
        return AuthorityRecords.grants();
    }

    @Property(tries = 300)
    void theAuthorityComesBackExactly(@ForAll("grants") Grant grant, @ForAll("accounts") Account account) {
        Password password = new Password(new UserKey(account.id(), grant.app()), account.name(), account.createdAt());
        SigningKey key = new SigningKey(account.id(), account.name(), account.createdAt());
        assertThat(AuthorityCodec.grant(AuthorityCodec.encode(grant))).isEqualTo(grant);
        assertThat(AuthorityCodec.password(AuthorityCodec.encode(password))).isEqualTo(password);
        assertThat(AuthorityCodec.signingKey(AuthorityCodec.encode(key))).isEqualTo(key);
    }

    @Property(tries = 50)
    void aGrantCutOffAnywhereIsDamaged(@ForAll("grants") Grant grant) {
        byte[] stored = AuthorityCodec.encode(grant);
        for (int length = 0; length < stored.length; length++) {
            assertDamaged(AuthorityCodec::grant, Arrays.copyOf(stored, length));
        }
    }

    @Property(tries = 50)
    void aDirectoryRecordCutOffAnywhereIsDamaged(@ForAll("knownUsers") User user, @ForAll("tokens") Token token) {
        byte[] known = DirectoryCodec.encode(user);
        byte[] issued = DirectoryCodec.encode(token);
        for (int length = 0; length < known.length; length++) {
            assertDamaged(DirectoryCodec::user, Arrays.copyOf(known, length));
        }
        for (int length = 0; length < issued.length; length++) {
            assertDamaged(DirectoryCodec::token, Arrays.copyOf(issued, length));
        }
    }

    @Property(tries = 100)
    void aRecordCutOffAnywhereIsDamaged(@ForAll("presences") Presence presence, @ForAll("events") PresenceEvent event) {
        byte[] stored = PresenceCodec.encode(presence);
        byte[] told = EventCodec.encode(event);
        for (int length = 0; length < stored.length; length++) {
            assertDamaged(PresenceCodec::decode, Arrays.copyOf(stored, length));
        }
        for (int length = 0; length < told.length; length++) {
            assertDamaged(EventCodec::decode, Arrays.copyOf(told, length));
        }
    }

    @Property(tries = 100)
    void aRecordWithMoreBehindItIsDamaged(@ForAll("presences") Presence presence) {
        byte[] stored = PresenceCodec.encode(presence);
        assertDamaged(PresenceCodec::decode, Arrays.copyOf(stored, stored.length + 1));
    }

    @Property(tries = 500)
    void alteredBytesAreDamagedOrAnotherRecordAndNothingElse(
            @ForAll("presences") Presence presence, @ForAll("events") PresenceEvent event, @ForAll long seed) {
        Random random = new Random(seed);
        readOrDamaged(PresenceCodec::decode, altered(PresenceCodec.encode(presence), random));
        readOrDamaged(EventCodec::decode, altered(EventCodec.encode(event), random));
    }

    private static byte[] altered(byte[] bytes, Random random) {
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void readOrDamaged(Function<byte[], ?> decode, byte[] bytes) {
        try {
            assertThat(decode.apply(bytes)).isNotNull();
        } catch (DamagedRecordException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static void assertDamaged(Function<byte[], ?> decode, byte[] bytes) {
        assertThatThrownBy(() -> decode.apply(bytes)).isInstanceOf(DamagedRecordException.class);
    }
}
