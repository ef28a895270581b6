package dev.porchlight.bench;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.figure.Spread;
import dev.porchlight.emulator.Porchlight;
import dev.porchlight.emulator.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what a test waits for: the start of an emulator in process, and its reset. */
@Command(
        name = "extension",
        description = "An emulator inside a test: started with three users signed in, and reset to them.",
        mixinStandardHelpOptions = true)
final class ExtensionCommand implements Callable<Integer> {
    private static final double START_GOAL = 300;
    private static final double RESET_GOAL = 20;

    @Option(names = "--starts", description = "Starts that are measured (default: ${DEFAULT-VALUE}).")
    int starts = 30;

    @Option(names = "--resets", description = "Resets that are measured (default: ${DEFAULT-VALUE}).")
    int resets = 200;

    @Option(names = "--warm-up", description = "Starts before those (default: ${DEFAULT-VALUE}).")
    int warmUp = 10;

    @Override
    public Integer call() {
        double first = start();
        for (int i = 1; i < warmUp; i++) {
            start();
        }
        Spread warm = times(starts, ExtensionCommand::start);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.plain("start in a new JVM, its class loading included", "", "%.0f ms".formatted(first)));
        rows.add(row("start after the JVM is warm", warm, START_GOAL));
        try (Porchlight porchlight = Porchlight.start(ExtensionCommand::three)) {
            times(resets, () -> reset(porchlight));
            rows.add(row("reset, with the three made anew", times(resets, () -> reset(porchlight)), RESET_GOAL));
        }
        System.out.println(Row.table(rows));
        return 0;
    }

    /** The goal is for the middle one; the slowest is shown, and holds it here where it can. */
    private static Row row(String figure, Spread millis, double goal) {
        return new Row(
                figure, "", millis.show(1) + " ms", "", "%.0f ms".formatted(goal), Verdict.of(millis.median() < goal));
    }

    private static void three(World world) {
        world.signedIn("ada").signedIn("bob").signedIn("eve");
    }

    /** Until the first status could be read. */
    private static double start() {
        long before = System.nanoTime();
        try (Porchlight porchlight = Porchlight.start(ExtensionCommand::three)) {
            answers(porchlight);
            return millisSince(before);
        }
    }

    private static double reset(Porchlight porchlight) {
        long before = System.nanoTime();
        porchlight.reset();
        double millis = millisSince(before);
        answers(porchlight);
        return millis;
    }

    private static void answers(Porchlight porchlight) {
        String status = porchlight.user("ada").status();
        if (!status.equals("Available")) {
            throw new IllegalStateException("ada is " + status + " (expected: Available)");
        }
    }

    private static Spread times(int count, DoubleSupplier measured) {
        return Spread.of(DoubleStream.generate(measured).limit(count).boxed().toList());
    }

    private static double millisSince(long before) {
        return (System.nanoTime() - before) / 1e6;
    }
}
