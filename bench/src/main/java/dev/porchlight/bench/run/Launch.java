package dev.porchlight.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a server.
 *
 * @param name for people
 * @param command with all its arguments; the server says {@code … is ready at http://…} when it answers
 * @param log where its output goes
 */
public record Launch(String name, List<String> command, Path log) {

    public Launch {
        command = List.copyOf(command);
    }

    /** A program on the Java that runs the bench. */
    public static Launch java(String name, List<String> jvm, List<String> program, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(program);
        return new Launch(name, command, log);
    }
}
