package dev.porchlight.acceptance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** A module of the house: which other modules and which libraries it may see, and why no more. */
record Room(String name, List<String> rooms, List<String> libraries, String because) {

    static final List<Room> ALL = List.of(
            new Room(
                    "core",
                    List.of(),
                    List.of(),
                    "the rules of presence are the same for every store and door, so they know none of them"),
            new Room(
                    "engine",
                    List.of("core"),
                    List.of(),
                    "the corridor speaks through its ports only: a store, HTTP or JSON is plugged in from outside"),
            new Room(
                    "rows",
                    List.of("core", "engine"),
                    List.of("com.github.benmanes.caffeine"),
                    "what a record looks like as rows is the same on every engine that has ordered tables, so it knows none"),
            new Room(
                    "store.embedded",
                    List.of("core", "engine", "rows"),
                    List.of("org.rocksdb", "com.github.benmanes.caffeine"),
                    "a store implements the engine's ports; it knows neither who asks nor any other store"),
            new Room(
                    "store.valkey",
                    List.of("core", "engine", "rows"),
                    List.of("io.lettuce", "io.netty", "com.github.benmanes.caffeine"),
                    "a store implements the engine's ports; it knows neither who asks nor any other store"),
            new Room(
                    "store.memory",
                    List.of("core", "engine"),
                    List.of(),
                    "a store implements the engine's ports; it knows neither who asks nor any other store"),
            new Room(
                    "wire",
                    List.of(),
                    List.of("com.fasterxml.jackson"),
                    "what crosses the network stays as it is while the rules move; core and wire meet in server only"),
            new Room(
                    "client",
                    List.of("wire"),
                    List.of("javax.net.ssl"),
                    "whoever sets a status from Java needs no server for it, and no library but the wire's"),
            new Room(
                    "reference",
                    List.of(),
                    List.of("com.fasterxml.jackson", "gg.jte", "org.commonmark", "org.jsoup"),
                    "pages are made of any collection, so the generator knows nothing of presence"),
            new Room(
                    "testkit",
                    List.of("core", "engine"),
                    List.of("org.junit.jupiter.api", "org.opentest4j", "org.apiguardian.api", "org.assertj"),
                    "whoever writes a store runs the test kit, and must not need our server for it"),
            new Room(
                    "server",
                    List.of("core", "engine", "reference", "store.embedded", "store.memory", "store.valkey", "wire"),
                    List.of(
                            "at.favre.lib.crypto.bcrypt",
                            "com.fasterxml.jackson",
                            "com.github.benmanes.caffeine",
                            "com.nimbusds",
                            "io.github.bucket4j",
                            "io.micrometer",
                            "io.netty",
                            "io.prometheus",
                            "io.vertx",
                            "javax.net.ssl",
                            "org.slf4j"),
                    "the server is where everything meets, and it can be started without a command line"),
            new Room(
                    "emulator",
                    List.of("server", "wire"),
                    List.of(
                            "com.sun.net.httpserver",
                            "org.apiguardian.api",
                            "org.junit.jupiter.api",
                            "org.junit.platform.commons"),
                    "a test asks the emulator as another program would, so what it can do is there over HTTP for all"),
            new Room(
                    "cli",
                    List.of("client", "reference", "server", "wire"),
                    List.of(
                            "ch.qos.logback",
                            "com.fasterxml.jackson",
                            "com.sun.net.httpserver",
                            "org.slf4j",
                            "picocli"),
                    "the command is a thin user of the server: whatever it decides itself, the API could not do"));

    ArchRule rule() {
        return classes()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(visible())
                .as(name + " may see the modules " + rooms + " and the libraries " + libraries)
                .because(because);
    }

    private String[] visible() {
        List<String> packages = new ArrayList<>(List.of("", "java..", "javax.crypto..", "org.jspecify.annotations"));
        packages.add(inside(name));
        rooms.forEach(room -> packages.add(inside(room)));
        libraries.forEach(library -> packages.add(library + ".."));
        return packages.toArray(String[]::new);
    }

    private static String inside(String room) {
        return "dev.porchlight." + room + "..";
    }

    @Override
    public String toString() {
        return name;
    }
}
