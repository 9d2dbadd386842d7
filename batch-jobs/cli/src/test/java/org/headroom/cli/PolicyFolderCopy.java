package org.headroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A copy of the policy that Headroom ships, to be spoilt.
 *
 * @param folder where it is
 */
record PolicyFolderCopy(Path folder) {
    static final Path HOME = Path.of("").toAbsolutePath().resolve("../..").normalize();

    static PolicyFolderCopy in(Path folder) throws IOException {
        Path shipped = HOME.resolve("rules/policy");
        try (Stream<Path> all = Files.walk(shipped)) {
            List<Path> paths = all.toList();
            for (Path path : paths) {
                Path target = folder.resolve(shipped.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return new PolicyFolderCopy(folder);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void edit(String file, UnaryOperator<String> change) throws IOException {
        Files.writeString(folder.resolve(file), change.apply(read(file)));
    }
}
