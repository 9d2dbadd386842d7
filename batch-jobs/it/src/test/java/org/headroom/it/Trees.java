package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.runs.file.Digests;

/** Compares folders byte for byte. */
final class Trees {
    private Trees() {}

    /** All that is below a folder, by relative path: digests of files, targets of links, and folders, except what lies in some folders. */
    static Map<String, String> everything(Path folder, Set<String> without) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(path -> !path.equals(folder)).toList()) {
                Path relative = folder.relativize(path);
                if (!without.contains(relative.getName(0).toString())) {
                    found.put(relative.toString(), content(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path) ? "folder" : Digests.ofFile(path);
    }

    /** Copies a folder to one that is not there or empty; files that share their bytes in it share them in the copy, too. */
    static void copy(Path from, Path to) {
        Map<Object, Path> copies = new HashMap<>();
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (path.equals(from) && Files.isDirectory(target)) {
                    continue;
                }
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Path copy = attributes.isRegularFile() ? copies.putIfAbsent(attributes.fileKey(), target) : null;
                if (copy == null) {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                } else {
                    Files.createLink(target, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Digest of every file below a folder, by relative path; hidden files too. */
    static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(folder.relativize(file).toString(), Digests.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }
}
