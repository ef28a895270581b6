package dev.porchlight.bench.emulators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All of them, one after the other, and one table. */
public final class Comparison {
    private final Path home;
    private final Path work;
    private final Toolbox tools;
    private final Duration load;

    /**
     * @param home the repository
     * @param work an empty folder
     * @param tools where the others are, or are going to be
     * @param load how long each is loaded
     */
    public Comparison(Path home, Path work, Path tools, Duration load) {
        this.home = home;
        this.work = work;
        this.tools = new Toolbox(tools);
        this.load = load;
    }

    public String table() throws IOException, InterruptedException {
        Emulator.Ground ground = new Emulator.Ground(home, work, tools, openApi());
        Map<Emulator, Trial.Found> found = new EnumMap<>(Emulator.class);
        for (Emulator emulator : Emulator.values()) {
            System.out.println("Trying " + emulator.title() + "…");
            found.put(emulator, new Trial(emulator, ground, load).run());
        }
        StringBuilder table = new StringBuilder(row("", Emulator::title))
                .append("|---".repeat(Emulator.values().length + 1))
                .append("|\n")
                .append(row("start to the first answer", of(found, one -> "%.0f ms".formatted(one.millis()))))
                .append(row("PUTs a second, 16 connections", of(found, one -> "%,.0f".formatted(one.rate()))))
                .append(row("resident memory, idle", of(found, one -> "%.0f MiB".formatted(one.idleMiB()))))
                .append(row(
                        "resident memory, after the load", of(found, one -> "%.0f MiB".formatted(one.loadedMiB()))));
        for (Ability ability : Ability.values()) {
            table.append(row(
                    ability.words(),
                    of(found, one -> Boolean.TRUE.equals(one.abilities().get(ability)) ? "yes" : "no")));
        }
        return table.toString();
    }

    private Path openApi() throws IOException {
        Path file = work.resolve("openapi.json");
        try (InputStream document = Objects.requireNonNull(
                Comparison.class.getResourceAsStream("/dev/porchlight/server/document/openapi.json"))) {
            Files.copy(document, file);
        }
        return file;
    }

    private static Function<Emulator, String> of(Map<Emulator, Trial.Found> found, Function<Trial.Found, String> told) {
        return emulator -> told.apply(Objects.requireNonNull(found.get(emulator)));
    }

    private static String row(String first, Function<Emulator, String> cell) {
        return Arrays.stream(Emulator.values())
                .map(cell)
                .collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
    }
}
