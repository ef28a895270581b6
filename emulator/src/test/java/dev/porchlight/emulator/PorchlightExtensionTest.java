package dev.porchlight.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The extension, seen from outside: classes with it are run as JUnit would run them. */
class PorchlightExtensionTest {
    private static final Set<URI> USED = ConcurrentHashMap.newKeySet();
    private static final ConcurrentLinkedQueue<String> SEEN = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch TOGETHER = new CountDownLatch(2);

    @Test
    void eachTestFindsTheWorldAsItWasDeclared() {
        run(EachAsNew.class, 3);
    }

    @Test
    void aClassThatSharesOneFindsItResetBeforeEachTest() {
        SEEN.clear();
        run(Shared.class, 2);
        assertThat(SEEN).hasSize(2).allMatch(uri -> uri.equals(SEEN.peek()));
    }

    @Test
    void testsSideBySideHaveOneEach() {
        USED.clear();
        run(SideBySide.class, 2);
        assertThat(USED).hasSize(2);
    }

    @Test
    void afterTheRunNothingListensAnyMore() {
        USED.clear();
        run(EachAsNew.class, 3);
        assertThat(USED).hasSize(1).allSatisfy(uri -> assertThat(answers(uri)).isFalse());
    }

    private static boolean answers(URI uri) {
        try (java.net.Socket socket = new java.net.Socket(uri.getHost(), uri.getPort())) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static void run(Class<?> tests, int count) {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(tests))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(count).succeeded(count));
    }

    static class EachAsNew {
        @RegisterExtension
        static final PorchlightExtension PORCHLIGHT = PorchlightExtension.with(world -> world.signedIn("ada"));

        @RepeatedTest(3)
        void changesIt(Porchlight porchlight) {
            USED.add(porchlight.uri());
            assertThat(porchlight.user("ada").status()).isEqualTo("Available");
            assertThat(porchlight.requests()).isEmpty();
            porchlight.user("ada").signOut("desktop");
            porchlight.addUser("bob");
        }
    }

    @ExtendWith(PorchlightExtension.class)
    static class Shared {
        @BeforeAll
        static void open(Porchlight porchlight) {
            SEEN.add(porchlight.uri().toString());
            porchlight.addUser("ada");
        }

        @BeforeEach
        void look(Porchlight porchlight) {
            assertThat(SEEN).contains(porchlight.uri().toString());
        }

        @Test
        void theFirstFindsWhatTheClassMade(Porchlight porchlight) {
            assertThat(porchlight.addUser("bob").signIn().status()).isEqualTo("Available");
        }

        @Test
        void theOtherFindsNothingOfIt(Porchlight porchlight) {
            SEEN.add(porchlight.uri().toString());
            assertThat(porchlight.addUser("bob").status()).isEqualTo("Offline");
        }
    }

    @ExtendWith(PorchlightExtension.class)
    @Execution(ExecutionMode.CONCURRENT)
    static class SideBySide {
        @Test
        void one(Porchlight porchlight) throws InterruptedException {
            meet(porchlight);
        }

        @Test
        void other(Porchlight porchlight) throws InterruptedException {
            meet(porchlight);
        }

        private static void meet(Porchlight porchlight) throws InterruptedException {
            USED.add(porchlight.uri());
            porchlight.addUser("ada");
            TOGETHER.countDown();
            assertThat(TOGETHER.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(List.of(porchlight.user("ada").status())).containsExactly("Offline");
        }
    }
}
