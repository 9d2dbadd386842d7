package org.headroom.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The class path of these tests as the launcher wants it: a jar that names the others. Class archives take no folders of classes. */
final class PackedApp {
    private PackedApp() {}

    /** Fills a folder; gives the jar to start. */
    static Path make(Path lib) throws IOException {
        Files.createDirectories(lib);
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = jars.size() + ".jar";
            if (Files.isDirectory(path)) {
                pack(path, lib.resolve(name));
            } else if (Files.exists(path)) {
                linkOrCopy(path, lib.resolve(name));
            } else {
                continue;
            }
            jars.add(name);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.headroom.cli.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", jars));
        manifest.getMainAttributes().put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        Path first = jar(lib);
        try (OutputStream out = Files.newOutputStream(first);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
        return first;
    }

    /** The jar to start in a folder that was filled. */
    static Path jar(Path lib) {
        return lib.resolve("headroom-cli-0.jar");
    }

    private static void linkOrCopy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(from, to);
        }
    }

    private static void pack(Path folder, Path target) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !file.equals(folder)).sorted().toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                // Folders have entries of their own, as in the jars of the build: Flyway looks for them.
                jar.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, jar);
                }
            }
        }
    }
}
