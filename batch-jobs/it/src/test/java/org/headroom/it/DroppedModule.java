package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a scoring module that a test has written and drops its jar in. */
final class DroppedModule {
    private DroppedModule() {}

    /**
     * Makes {@code plugins/NAME/NAME.jar}.
     *
     * @param home the folder that is HEADROOM_HOME
     * @param name name of the plugin, and of its package
     * @param type simple name of the module's class
     * @param code its source
     */
    static void drop(Path home, String name, String type, String code) {
        try {
            Path work = Files.createDirectories(home.resolve(name + "-source").resolve(name));
            Path source = Files.writeString(work.resolve(type + ".java"), code);
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            int result = compiler.run(
                    null,
                    null,
                    null,
                    "--release",
                    "17",
                    "-cp",
                    System.getProperty("java.class.path"),
                    source.toString());
            if (result != 0) {
                throw new AssertionError("the module does not compile:\n" + code);
            }
            Path jar = Files.createDirectories(home.resolve("plugins").resolve(name))
                    .resolve(name + ".jar");
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> classes = Files.list(work)) {
                for (Path file : classes.filter(f -> f.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    add(to, name + "/" + file.getFileName(), Files.readAllBytes(file));
                }
                String service = name + "." + type + "\n";
                add(to, "META-INF/services/org.headroom.spi.ScoringModule", service.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
