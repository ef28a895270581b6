import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of an old jar stack maps: {@code java StackMaps.java IN OUT}. An AOT cache takes no class that was
 * compiled for Java 5, as picocli's are, because those have none; with them the command starts with three fifths of the
 * CPU time. Nothing else about the classes changes. Fails when the JDK would not accept a class afterwards.
 */
final class StackMaps {
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        try (var loader = new URLClassLoader(new URL[] {from.toUri().toURL()});
                var in = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(Path.of(args[1]));
                var out = new ZipOutputStream(file)) {
            var classes = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(loader)));
            for (var entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(entry.getName().endsWith(".class") ? withStackMaps(classes, bytes) : bytes);
                }
            }
        }
    }

    private static byte[] withStackMaps(ClassFile classes, byte[] bytes) {
        ClassModel old = classes.parse(bytes);
        if (old.majorVersion() >= FIRST_WITH_STACK_MAPS) {
            return bytes;
        }
        ClassTransform newer = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // Code that passes through a transform is assembled anew, which makes the stack maps.
        ClassTransform assembled = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
        byte[] made = classes.transformClass(old, newer.andThen(assembled));
        var complaints = classes.verify(made);
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(old.thisClass().asInternalName() + ": " + complaints);
        }
        return made;
    }
}
