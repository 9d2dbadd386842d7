package org.headroom.layers.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stands for the format of a file that neither its descriptor nor its name tells: the first bytes tell it when the file is read. */
public final class FormatByContent implements RecordFormat {
    @Override
    public String id() {
        return "by content";
    }

    @Override
    public Set<String> endings() {
        return Set.of();
    }

    @Override
    public Set<String> options() {
        return Set.of("sheet", "table", "headerRow", "skipRows", "delimiter", "encoding");
    }

    @Override
    public Set<FileContent> contents() {
        return EnumSet.complementOf(EnumSet.of(FileContent.EMPTY));
    }

    @Override
    public List<Path> files(SourceAddress source) {
        try {
            Optional<LayerFormat> told = find(source.file());
            return told.isPresent() ? told.get().files(source) : List.of(source.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        Path file = source.file();
        Optional<LayerFormat> told = find(file);
        if (told.isPresent() && told.get() instanceof RecordFormat format) {
            return format.open(source, options);
        }
        Optional<FileContent> content = FirstBytes.find(file);
        if (content.isPresent()) {
            throw new SourceException(
                    content.get().words() + ", and source.format is not given",
                    content.get().advice());
        }
        throw new SourceException(
                "has no ending that tells its format, its first bytes do not tell it either, and source.format is not given",
                "Write format in source, such as format: csv.");
    }

    private static Optional<LayerFormat> find(Path file) throws IOException {
        return FirstBytes.find(file).map(FileContent::format).flatMap(LayerFormats::find);
    }
}
