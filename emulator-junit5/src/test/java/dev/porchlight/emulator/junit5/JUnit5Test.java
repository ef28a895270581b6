package dev.porchlight.emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.emulator.Porchlight;
import dev.porchlight.emulator.PorchlightExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JUnit5Test {
    @RegisterExtension
    static final PorchlightExtension PORCHLIGHT = PorchlightExtension.with(world -> world.signedIn("ada"));

    @Test
    void thisIsJUnit5() {
        assertThat(Test.class.getPackage().getImplementationVersion()).startsWith("5.14");
    }

    @RepeatedTest(3)
    void eachTestFindsTheWorldAsItWasDeclared(Porchlight porchlight) {
        assertThat(porchlight.user("ada").status()).isEqualTo("Available");
        porchlight.user("ada").signOut("desktop");
    }
}
