package dev.porchlight.bench.peers.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.porchlight.bench.peers.speech.Contacts;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Picture picture = new Picture(new Contacts.Star(2));

    @Test
    void itIsCurrentWhenTheLastWatcherKnowsTheNewest() {
        picture.told(1, 0, 5, 10);
        assertThat(picture.isCurrent()).isFalse();
        picture.told(2, 0, 5, 20);
        assertThat(picture.isCurrent()).isTrue();
    }

    @Test
    void aChangeMakesItOldUntilEachWatcherIsTold() {
        learn();
        assertThat(picture.change(0, 100)).isEqualTo(6);
        assertThat(picture.isCurrent()).isFalse();

        picture.told(1, 0, 6, 130);
        picture.told(2, 0, 6, 170);

        assertThat(picture.isCurrent()).isTrue();
        assertThat(picture.lastAt()).isEqualTo(170);
        assertThat(picture.times().size()).isEqualTo(2);
        assertThat(picture.times().millis(1)).isEqualTo(70e-6);
    }

    @Test
    void whatIsToldTwiceOrLateCountsOnce() {
        learn();
        picture.change(0, 100);
        picture.told(1, 0, 6, 130);
        picture.told(1, 0, 6, 140);
        picture.told(2, 0, 5, 150);

        assertThat(picture.isCurrent()).isFalse();
        assertThat(picture.times().size()).isEqualTo(1);
    }

    @Test
    void whoOneDoesNotWatchDoesNotCount() {
        picture.told(1, 2, 7, 10);

        assertThat(picture.times().size()).isZero();
    }

    @Test
    void anAnswerThatNobodyForesawIsAnErrorOnceItMeasures() {
        learn();

        assertThatIllegalStateException()
                .isThrownBy(() -> picture.told(1, 0, 6, 10))
                .withMessage("user 0 has an answer 6 (expected: at most 5)");
    }

    @Test
    void afterACutNobodyKnowsAnythingAndTheNumbersGoOn() {
        learn();
        picture.forget();

        assertThat(picture.isCurrent()).isFalse();
        assertThat(picture.newest(0)).isEqualTo(5);
        picture.told(1, 0, 5, 10);
        picture.told(2, 0, 5, 10);
        assertThat(picture.isCurrent()).isTrue();
    }

    private void learn() {
        picture.told(1, 0, 5, 0);
        picture.told(2, 0, 5, 0);
        picture.measure();
    }
}
