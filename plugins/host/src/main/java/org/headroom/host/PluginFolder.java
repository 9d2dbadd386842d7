package org.headroom.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.headroom.spi.ScoringModule;

/** One folder below the plugins folder, with the jars of one plugin and its libraries. */
final class PluginFolder {
    private static final String SERVICE = "META-INF/services/" + ScoringModule.class.getName();

    private final Path folder;
    private final List<Path> jars;

    PluginFolder(Path folder) {
        this.folder = folder;
        this.jars = jars(folder);
    }

    /** The files in a folder whose names end in .jar, sorted by name. */
    static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    boolean isEmpty() {
        return jars.isEmpty();
    }

    /** The folder's modules; what goes wrong adds a sentence to the problems. */
    List<InstalledModule> load(ClassLoader host, List<String> problems) {
        int before = problems.size();
        boolean named = false;
        for (Path jar : jars) {
            named |= namesModule(jar, problems);
        }
        if (problems.size() > before) {
            return List.of();
        }
        if (!named) {
            problems.add(folder + ": none of its jars ("
                    + String.join(", ", jars.stream().map(PluginFolder::name).toList())
                    + ") names a scoring module in " + SERVICE);
            return List.of();
        }
        PluginClassLoader loader = new PluginClassLoader(name(folder), urls(), host);
        ModuleSource source = new ModuleSource(
                folder.toString(), loader, file -> folder.resolve(file).toString());
        List<InstalledModule> modules = source.load(problems);
        if (modules.isEmpty() && problems.size() == before) {
            problems.add(folder + ": its " + SERVICE + " is empty");
        }
        return modules;
    }

    // URLClassLoader passes over a damaged jar without a word, so each is opened here first.
    private static boolean namesModule(Path jar, List<String> problems) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(SERVICE) != null;
        } catch (IOException | SecurityException e) {
            problems.add(jar + ": not a readable jar (" + FailureText.of(e) + ")");
            return false;
        }
    }

    private URL[] urls() {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UncheckedIOException("cannot use " + jar, e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
