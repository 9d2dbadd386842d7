package org.headroom.cli.command.layers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.headroom.layers.DescriptorReader;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.describe.DescriptorDraft;
import org.headroom.layers.describe.FieldGuesses;
import org.headroom.layers.describe.FileDescription;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;

/**
 * A layer without a project.
 *
 * @param dataFolder the folder that its source lies in
 */
record FileLayer(LayerDescriptor descriptor, Path dataFolder) {
    /** A descriptor, or a data file by a guessed one. */
    static FileLayer of(Path given, KindOption kind, List<LayerKind> kinds) {
        Path file = given.toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        Path folder = Objects.requireNonNull(file.getParent());
        DescriptorReader reader = new DescriptorReader(kinds);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            LayerDescriptor descriptor = reader.read(file);
            return new FileLayer(
                    descriptor,
                    descriptor.source().isDatabase()
                            ? folder
                            : dataFolder(folder, descriptor.source().file()));
        }
        FileDescription description = FileDescription.of(file);
        LayerKind of = kind.find(kinds)
                .or(() -> FieldGuesses.kind(kinds, description.columns()))
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        given + ": no kind of layer has fields like its columns",
                        "Name one with --kind, or see what it holds with \"headroom layers describe\"."));
        byte[] draft = DescriptorDraft.of(description, of).getBytes(StandardCharsets.UTF_8);
        return new FileLayer(reader.parse("guessed for " + name, draft), folder);
    }

    /** The folder from which the source's path leads to a file: the descriptor's own, one above it, or a folder "data" in these. */
    private static Path dataFolder(Path descriptors, String source) {
        for (Path above = descriptors; above != null; above = above.getParent()) {
            for (Path folder : List.of(above, above.resolve("data"))) {
                if (Files.exists(folder.resolve(source))) {
                    return folder;
                }
            }
        }
        return descriptors;
    }
}
