package dev.porchlight.reference.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rust, with the crates of Debian's packages: one program of all samples. */
record CompiledRust() implements Tool {
    private static final Path CRATES = Path.of("/usr/share/cargo/registry");

    @Override
    public boolean isThere() {
        return Tool.isInPath("cargo") && Files.isDirectory(CRATES) && hasReqwest();
    }

    private static boolean hasReqwest() {
        try (var crates = Files.list(CRATES)) {
            return crates.anyMatch(crate -> crate.getFileName().toString().startsWith("reqwest-"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void run(Path folder, Map<String, String> samples) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src"));
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            Files.writeString(
                    sources.resolve(Compiled.name(sample.getKey()) + ".rs"),
                    sample.getValue().replace("fn main()", "pub fn main()"));
        }
        Files.writeString(sources.resolve("main.rs"), main(samples));
        Files.writeString(folder.resolve("Cargo.toml"), """
                [package]
                name = "samples"
                version = "0.1.0"
                edition = "2021"
                [dependencies]
                reqwest = { version = "*", default-features = false, features = ["blocking", "multipart"] }
                [profile.dev]
                debug = 0
                """);
        Path target = Path.of("target/rust").toAbsolutePath();
        Tool.process(
                folder,
                "compile",
                List.of(
                        "cargo",
                        "build",
                        "--offline",
                        "--config",
                        "source.crates-io.replace-with='debian'",
                        "--config",
                        "source.debian.directory='" + CRATES + "'",
                        "--target-dir",
                        target.toString()));
        String compiled = Files.readString(folder.resolve("compile.out"));
        if (!compiled.contains("Finished")) {
            throw new AssertionError("does not compile: " + compiled);
        }
        samples.keySet()
                .forEach(key -> Tool.process(
                        folder, key, List.of(target.resolve("debug/samples").toString(), Compiled.name(key))));
    }

    private static String main(Map<String, String> samples) {
        List<String> names = samples.keySet().stream().map(Compiled::name).toList();
        String modules = names.stream().map(name -> "mod " + name + ";\n").collect(Collectors.joining());
        String arms = names.stream()
                .map(name -> "        \"" + name + "\" => " + name + "::main(),\n")
                .collect(Collectors.joining());
        return modules + "fn main() -> Result<(), Box<dyn std::error::Error>> {\n"
                + "    match std::env::args().nth(1).unwrap().as_str() {\n" + arms
                + "        _ => Err(\"which sample?\".into()),\n    }\n}\n";
    }
}
