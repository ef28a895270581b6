package dev.porchlight.reference.sample;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java, within this process. */
record CompiledJava() implements Tool {
    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void run(Path folder, Map<String, String> samples) throws IOException {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        Path here = Path.of("f.txt");
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            String packaged = Compiled.name(sample.getKey());
            String source = "package " + packaged + ";\n"
                    + sample.getValue()
                            .replaceAll("(Path.of|new File)\\(\"f.txt\"\\)", "$1(\"" + folder.resolve(here) + "\")");
            compile(folder, packaged, source);
            call(folder, packaged, "Sample");
        }
    }

    private static void compile(Path folder, String packaged, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        var file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + packaged + "/Sample.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean compiled = compiler.getTask(
                        output,
                        null,
                        null,
                        List.of(
                                "-Xlint:all,-path,-classfile",
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString()),
                        null,
                        List.of(file))
                .call();
        if (!compiled || !output.toString().isEmpty()) {
            throw new AssertionError(
                    packaged + ": " + output + "\n" + source.substring(0, Math.min(4000, source.length())));
        }
    }

    static void call(Path folder, String packaged, String type) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass(packaged + "." + type)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            Files.writeString(folder.resolve(packaged + ".out"), String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(packaged, e);
        }
    }
}
