package dev.porchlight.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the noise. */
@Command(
        name = "calibrate",
        description = "The bare server against itself: how far a ratio is off by chance. Needs no Porchlight.",
        mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Override
    public Integer call() throws Exception {
        return setup.measure(site -> setup.calibration(site).run(1_000));
    }
}
