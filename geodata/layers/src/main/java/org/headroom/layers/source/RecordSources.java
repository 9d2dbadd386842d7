package org.headroom.layers.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.headroom.layers.descriptor.SourceSpec;

/** Opens the reader for a source's format. */
public final class RecordSources {
    private RecordSources() {}

    /**
     * The records of a file with its side tables, unfolded and added up as the descriptor says, in that order.
     *
     * @param sideFiles gives the file of a side table by its path in the data folder
     */
    public static RecordSource open(Path file, SourceSpec spec, Function<String, Path> sideFiles) throws IOException {
        RecordSource source = open(file, spec);
        try {
            for (SourceSpec.SideTable table : spec.with()) {
                source = new JoinedSource(source, table, sideFiles.apply(table.file()));
            }
            if (!spec.unfold().isEmpty()) {
                source = new UnfoldedSource(source, spec.unfold());
            }
            return spec.total() == null ? source : new TotalledSource(source, spec.total());
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The records of a file; GeoTIFF is read by {@link GeoTiffFile} instead. */
    private static RecordSource open(Path file, SourceSpec spec) throws IOException {
        return switch (spec.format()) {
            case CSV -> new CsvSource(file, spec);
            case XLSX -> new XlsxSource(file, spec);
            case GEOJSON -> new GeoJsonSource(file);
            case GEOPACKAGE -> new GeoPackageSource(file, spec.table());
            case SHAPEFILE -> new ShapefileSource(file, spec.encoding());
            case GEOTIFF -> throw new IllegalArgumentException("a GeoTIFF has no records");
        };
    }
}
