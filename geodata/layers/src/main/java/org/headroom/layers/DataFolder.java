package org.headroom.layers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;

/** The folder that all sources lie in; no path leads out of it, not even by a link. Immutable. */
public final class DataFolder {
    private final Path root;

    /** @param root the folder */
    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The file of a source; a DATA failure when it is missing or lies outside the folder. */
    public Path resolve(String layer, String file) {
        Path path;
        try {
            path = root.resolve(file).normalize();
        } catch (InvalidPathException e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG, "layer " + layer + ": \"" + file + "\" is not a file name", "", e);
        }
        if (!path.startsWith(root) || Path.of(file).isAbsolute()) {
            throw outside(layer, file);
        }
        try {
            if (!path.toRealPath().startsWith(root.toRealPath())) {
                throw outside(layer, file);
            }
            if (!Files.isRegularFile(path)) {
                throw missing(layer, file, path);
            }
            return path;
        } catch (IOException e) {
            throw missing(layer, file, path);
        }
    }

    private static HeadroomException outside(String layer, String file) {
        return new HeadroomException(
                FailureFamily.CONFIG,
                "layer " + layer + ": source.file \"" + file + "\" leads out of the data folder",
                "Give a path below the project's data folder.");
    }

    private HeadroomException missing(String layer, String file, Path path) {
        List<String> names = new ArrayList<>();
        Path folder = path.getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> beside = Files.list(folder)) {
                beside.limit(10_000).forEach(p -> names.add(String.valueOf(p.getFileName())));
            } catch (IOException e) {
                names.clear();
            }
        }
        return new HeadroomException(
                FailureFamily.DATA,
                "layer " + layer + ": file \"" + file + "\" not found in the data folder " + root
                        + NearestName.hint(String.valueOf(path.getFileName()), names),
                "Check source.file in the descriptor, and where the project says that the data lie.");
    }
}
