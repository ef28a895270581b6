package dev.porchlight.reference.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** Kotlin, within this process, compiled in one go. */
record CompiledKotlin() implements Tool {
    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void run(Path folder, Map<String, String> samples) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            String name = Compiled.name(sample.getKey());
            Files.writeString(
                    Files.createDirectories(sources.resolve(name)).resolve("Sample.kt"),
                    "package " + name + "\n"
                            + sample.getValue()
                                    .replace("File(\"f.txt\")", "File(\"" + folder.resolve("f.txt") + "\")"));
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        ExitCode code = new K2JVMCompiler()
                .exec(
                        new PrintStream(complaints, true, StandardCharsets.UTF_8),
                        "-no-stdlib",
                        "-no-reflect",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        sources.toString());
        if (code != ExitCode.OK) {
            throw new AssertionError("does not compile: " + complaints.toString(StandardCharsets.UTF_8));
        }
        for (String key : samples.keySet()) {
            CompiledJava.call(folder, Compiled.name(key), "SampleKt");
        }
    }
}
