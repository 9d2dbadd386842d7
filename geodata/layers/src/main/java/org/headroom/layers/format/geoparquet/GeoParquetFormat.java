package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * GeoParquet 1.0 and 1.1, Parquet with a column of type GEOMETRY or GEOGRAPHY, and Parquet without shapes as a table; a file, or a folder
 * of files that are one table, as Spark and others write it.
 */
public final class GeoParquetFormat implements RecordFormat {
    private static final Set<String> ENDINGS = Set.of(".parquet", ".geoparquet");

    @Override
    public String id() {
        return "geoparquet";
    }

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.PARQUET);
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        List<Path> parts = files(source);
        if (!source.isFolder()) {
            return GeoParquetSource.open(parts.get(0), 0);
        }
        List<String> others = source.others(endings());
        return new PartsSource(
                parts,
                others.isEmpty()
                        ? List.of()
                        : List.of("in its folder these are not read: " + String.join(", ", others)));
    }

    /** Every part of a folder; a DATA failure when it is none that is read. */
    @Override
    public List<Path> files(SourceAddress source) {
        // Programs that divide a table by a column write its values into names of folders only.
        List<String> others = source.isFolder() ? source.others(endings()) : List.of();
        Optional<String> divided =
                others.stream().filter(name -> name.contains("=")).findFirst();
        if (divided.isPresent()) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    source.address() + " is a folder divided by a column (" + divided.get() + "), which is not read",
                    "Write it with that column in the files, without dividing it (in Spark: without partitionBy).");
        }
        List<Path> parts = source.parts(endings());
        if (parts.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    source.address() + " is a folder without a file that ends with " + String.join(" or ", endings())
                            + (others.isEmpty() ? "" : "; it has: " + String.join(", ", others)),
                    "Look whether it was written to its end; folders within it are not read.");
        }
        return parts;
    }
}
