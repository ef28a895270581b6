package dev.porchlight.reference.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiler that makes one program of all samples: each one's main function gets a name of its own.
 *
 * @param main how a sample begins its main function
 * @param function the same with a name, {@code %s}
 * @param program the program that calls the one that is asked for, of the list of names
 */
record Compiled(
        String probe,
        String ending,
        String main,
        String function,
        String call,
        String program,
        List<String> compile,
        boolean listed)
        implements Tool {
    static final Compiled GO = new Compiled(
            "go",
            ".go",
            "func main()",
            "func %s()",
            "\tcase \"%1$s\":\n\t\t%1$s()\n",
            "package main\n\nimport \"os\"\n\nfunc main() {\n\tswitch os.Args[1] {\n%s\t}\n}\n",
            List.of("go", "build", "-o", "all"),
            true);

    static final Compiled C = new Compiled(
            "gcc",
            ".c",
            "int main(void)",
            "int %s(void)",
            "  if (strcmp(argv[1], \"%1$s\") == 0) return %1$s();\n",
            "#include <string.h>\nint main(int argc, char **argv) {\n  if (argc < 2) return 2;\n%s  return 2;\n}\n",
            List.of("gcc", "-std=gnu17", "-Wall", "-Wextra", "-Werror", "-Wno-implicit-function-declaration", "-O0"),
            true);

    @Override
    public boolean isThere() {
        return Tool.isInPath(probe);
    }

    @Override
    public void run(Path folder, Map<String, String> samples) throws IOException {
        StringBuilder calls = new StringBuilder();
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            String name = name(sample.getKey());
            Files.writeString(
                    folder.resolve(name + ending), sample.getValue().replace(main, String.format(function, name)));
            calls.append(String.format(call, name));
        }
        Files.writeString(folder.resolve("main" + ending), String.format(program, calls));
        Tool.process(folder, "compile", command(samples));
        if (!Files.isExecutable(folder.resolve("all"))) {
            throw new AssertionError("does not compile: " + Files.readString(folder.resolve("compile.out")));
        }
        samples.keySet().forEach(key -> Tool.process(folder, key, List.of("./all", name(key))));
    }

    private List<String> command(Map<String, String> samples) {
        Stream<String> files = Stream.concat(
                        Stream.of("main"), samples.keySet().stream().map(Compiled::name))
                .map(name -> name + ending);
        Stream<String> libraries = probe.equals("gcc") ? Stream.of("-o", "all", "-lcurl") : Stream.empty();
        return Stream.of(compile.stream(), files, libraries)
                .flatMap(part -> part)
                .collect(Collectors.toList());
    }

    static String name(String key) {
        return "sample_" + key.replaceAll("[^a-z0-9]", "_");
    }
}
