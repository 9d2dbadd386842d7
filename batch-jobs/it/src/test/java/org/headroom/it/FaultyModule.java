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

/** A plugin that a test writes, compiles and drops in: one criterion, measured by the lines that the test gives. */
final class FaultyModule {
    private static final String SOURCE = """
            package faulty;

            import java.util.List;
            import org.headroom.model.Criterion;
            import org.headroom.model.Direction;
            import org.headroom.model.EvidenceClass;
            import org.headroom.spi.*;

            public final class Faulty implements ScoringModule {
                @Override
                public String id() {
                    return "faulty";
                }

                @Override
                public List<Criterion> criteria() {
                    return List.of(Criterion.number(
                            "faultyHours", "Faulty", "h", Direction.HIGHER_IS_BETTER, 0, 24, "Nothing", "None"));
                }

                @Override
                public Measurer bind(ModuleContext context) {
                    %s
                    return Faulty::measure;
                }

                private static void measure(SiteBlock sites, MeasurementBlock out) {
                    MeasurementColumn column = out.column("faultyHours");
                    for (int site = 0; site < sites.size(); site++) {
                        %s
                    }
                }

                private static void spin() {
                    while (true) {
                        Thread.interrupted();
                    }
                }
            }
            """;

    private FaultyModule() {}

    /**
     * Makes {@code plugins/faulty/faulty.jar}.
     *
     * @param home the folder that is HEADROOM_HOME
     * @param bind what {@code bind} does first
     * @param measure what is done for each {@code site} of {@code sites} with {@code column}
     */
    static void drop(Path home, String bind, String measure) {
        try {
            Path work = Files.createDirectories(home.resolve("faulty-source/faulty"));
            Path source = Files.writeString(work.resolve("Faulty.java"), String.format(SOURCE, bind, measure));
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            int code = compiler.run(
                    null,
                    null,
                    null,
                    "--release",
                    "17",
                    "-cp",
                    System.getProperty("java.class.path"),
                    source.toString());
            if (code != 0) {
                throw new AssertionError("the module does not compile:\n" + Files.readString(source));
            }
            Path jar = Files.createDirectories(home.resolve("plugins/faulty")).resolve("faulty.jar");
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> classes = Files.list(work)) {
                for (Path file : classes.filter(f -> f.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    add(to, "faulty/" + file.getFileName(), Files.readAllBytes(file));
                }
                add(
                        to,
                        "META-INF/services/org.headroom.spi.ScoringModule",
                        "faulty.Faulty\n".getBytes(StandardCharsets.UTF_8));
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
