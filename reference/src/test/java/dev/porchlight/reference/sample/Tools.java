package dev.porchlight.reference.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which tool runs the samples of which language. The samples of the others are held to their text. */
final class Tools {
    static final Map<String, Tool> ALL = all();

    private Tools() {}

    private static Map<String, Tool> all() {
        Map<String, Tool> tools = new LinkedHashMap<>();
        tools.put("java", new CompiledJava());
        tools.put("java-okhttp", new CompiledJava());
        tools.put("java-porchlight", new CompiledJava());
        tools.put("kotlin", new CompiledKotlin());
        tools.put("javascript", Tool.Interpreter.of(".mjs", "node"));
        tools.put("javascript-axios", Tool.Interpreter.of(".cjs", "node"));
        tools.put("python", Tool.Interpreter.of(".py", "/usr/bin/python3"));
        tools.put("python-urllib", Tool.Interpreter.of(".py", "/usr/bin/python3"));
        tools.put("curl", new Tool.Interpreter("curl", ".sh", java.util.List.of("sh")));
        tools.put("wget", new Tool.Interpreter("wget", ".sh", java.util.List.of("sh")));
        tools.put("httpie", new Tool.Interpreter("http", ".sh", java.util.List.of("sh")));
        tools.put("ruby", Tool.Interpreter.of(".rb", "ruby"));
        tools.put("php", Tool.Interpreter.of(".php", "php"));
        tools.put("perl", Tool.Interpreter.of(".pl", "perl"));
        tools.put("tcl", Tool.Interpreter.of(".tcl", "tclsh"));
        tools.put("go", Compiled.GO);
        tools.put("c", Compiled.C);
        tools.put("rust", new CompiledRust());
        return tools;
    }
}
