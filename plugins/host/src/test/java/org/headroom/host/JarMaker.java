package org.headroom.host;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources and packs them, with other entries, into a real jar. */
final class JarMaker {
    static final String SERVICE = "META-INF/services/org.headroom.spi.ScoringModule";

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Path work;
    private String classPath = System.getProperty("java.class.path");
    private String version = "1.2.3";

    JarMaker(Path work) {
        this.work = work;
    }

    JarMaker source(String className, String code) {
        sources.put(className, code);
        return this;
    }

    JarMaker entry(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    JarMaker service(String... classNames) {
        return entry(SERVICE, String.join("\n", classNames) + "\n");
    }

    JarMaker alsoSees(Path jar) {
        classPath += java.io.File.pathSeparator + jar;
        return this;
    }

    JarMaker version(String value) {
        version = value;
        return this;
    }

    /** A module whose one criterion has the given value everywhere. */
    static String module(String className, String id, String criterion, String value) {
        int dot = className.lastIndexOf('.');
        return """
                package %s;
                import java.util.List;
                import org.headroom.model.*;
                import org.headroom.spi.*;
                public class %s implements ScoringModule {
                    public String id() { return "%s"; }
                    public List<Criterion> criteria() {
                        return List.of(Criterion.number("%s", "L", "1", Direction.HIGHER_IS_BETTER, 0, 100, "D", "S"));
                    }
                    public Measurer bind(ModuleContext context) {
                        return (sites, out) -> {
                            for (int i = 0; i < sites.size(); i++) {
                                out.column("%s").set(i, %s, EvidenceClass.DERIVED);
                            }
                        };
                    }
                }
                """.formatted(
                        className.substring(0, dot), className.substring(dot + 1), id, criterion, criterion, value);
    }

    Path write(Path jar) throws IOException {
        Path classes = Files.createTempDirectory(work, "classes");
        compile(classes);
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, code) -> files.add(
                new SimpleJavaFileObject(
                        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return code;
                    }
                }));
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> options = List.of("-d", classes.toString(), "-cp", classPath, "-proc:none", "--release", "17");
        boolean compiled =
                compiler.getTask(null, null, messages, options, null, files).call();
        if (!compiled) {
            throw new IllegalStateException(messages.getDiagnostics().get(0).getMessage(Locale.ROOT));
        }
    }
}
