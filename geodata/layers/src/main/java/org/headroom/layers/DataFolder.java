package org.headroom.layers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headroom.layers.format.SourceFolder;
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

    /**
     * Where the paths of a layer's descriptor lead.
     *
     * @param layer its id, for failures
     */
    public SourceFolder of(String layer) {
        return new SourceFolder() {
            @Override
            public Path file(String path) {
                return resolve(layer, path);
            }

            @Override
            public Optional<List<String>> names(String path) {
                return DataFolder.this.names(layer, path);
            }
        };
    }

    private Optional<List<String>> names(String layer, String folder) {
        Path path = inside(layer, folder);
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try {
            if (!path.toRealPath().startsWith(root.toRealPath())) {
                throw outside(layer, folder);
            }
            try (Stream<Path> all = Files.list(path)) {
                return Optional.of(
                        all.map(Path::getFileName).map(String::valueOf).sorted().toList());
            }
        } catch (IOException e) {
            throw missing(layer, folder, path);
        }
    }

    /** The file of a source; a DATA failure when it is missing or lies outside the folder. */
    public Path resolve(String layer, String file) {
        Path path = inside(layer, file);
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

    private Path inside(String layer, String file) {
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
        return path;
    }

    private static HeadroomException outside(String layer, String file) {
        return new HeadroomException(
                FailureFamily.CONFIG,
                "layer " + layer + ": source.file \"" + file + "\" leads out of the data folder",
                "Give a path below the project's data folder.");
    }

    private HeadroomException missing(String layer, String file, Path path) {
        if (Files.isDirectory(path)) {
            return new HeadroomException(
                    FailureFamily.DATA,
                    "layer " + layer + ": \"" + file + "\" is a folder, not a file",
                    "Name a file in it; a folder of Parquet files is read with source.format: geoparquet.");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new HeadroomException(
                    FailureFamily.DATA,
                    "layer " + layer + ": \"" + file + "\" is no file that can be read: "
                            + (Files.isSymbolicLink(path)
                                    ? "it is a link that leads nowhere"
                                    : "it is a pipe or a device"),
                    "Put the file itself into the data folder.");
        }
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
