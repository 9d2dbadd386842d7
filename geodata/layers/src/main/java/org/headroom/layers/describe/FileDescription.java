package org.headroom.layers.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.headroom.layers.DataFolder;
import org.headroom.layers.format.FirstBytes;
import org.headroom.layers.format.FormatByContent;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.LayerFormats;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RasterGrid;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a file holds. Immutable.
 *
 * @param file its name
 * @param format its format
 * @param crs what it says of its reference system; empty when nothing
 * @param records records, damaged ones among them
 * @param damaged records that cannot be read
 * @param firstDamage why the first of these cannot; empty when all can
 * @param shapes kinds of geometry, with how many records have them
 * @param extent least x and y and greatest x and y of the geometries, in the file's own reference system; empty when there are none
 * @param columns its columns; empty for a raster
 * @param delimiter what stands between its fields; a comma in a format without
 * @param notes what else somebody should know, a sentence each
 */
public record FileDescription(
        String file,
        LayerFormat format,
        Optional<String> crs,
        long records,
        long damaged,
        String firstDamage,
        Map<String, Long> shapes,
        List<Double> extent,
        List<ColumnDescription> columns,
        char delimiter,
        List<String> notes) {
    private static final char COMMA = ',';
    /** The one format that is read from folders. */
    private static final String FOLDERS = "geoparquet";

    /** Reads a whole file, of the format that its name tells, else its first bytes; or a folder of Parquet files. A DATA failure when it cannot be read. */
    public static FileDescription of(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new HeadroomException(FailureFamily.DATA, file + ": there is no such file", "Check the path.");
        }
        LayerFormat format = Files.isDirectory(file)
                ? LayerFormats.find(FOLDERS).orElseThrow()
                : LayerFormats.findByName(name).orElseGet(FormatByContent::new);
        DataFolder folder =
                new DataFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        SourceAddress address = new SourceAddress(name, folder.of(name));
        try {
            FirstBytes.check(
                    format, Files.isDirectory(file) ? format.files(address).get(0) : file);
            return format instanceof RecordFormat records
                    ? records(name, records, address)
                    : raster(name, (RasterFormat) format, address);
        } catch (IOException e) {
            String advice = e instanceof SourceException source
                    ? source.advice()
                    : "Check that the file is complete and may be read.";
            throw new HeadroomException(FailureFamily.DATA, file + ": " + e.getMessage(), advice, e);
        }
    }

    private static FileDescription raster(String name, RasterFormat format, SourceAddress address) throws IOException {
        RasterGrid grid = format.read(address, new int[] {1}, null);
        return new FileDescription(
                name,
                format,
                Optional.of(grid.crs().isEmpty() ? "EPSG:4326" : grid.crs()),
                1,
                0,
                "",
                Map.of("raster of " + grid.width() + " x " + grid.height() + " cells", 1L),
                List.of(),
                List.of(),
                COMMA,
                grid.notes());
    }

    private static FileDescription records(String name, RecordFormat format, SourceAddress address) throws IOException {
        char delimiter = format.options().contains("delimiter") && !(format instanceof FormatByContent)
                ? DelimiterGuess.of(address.file())
                : COMMA;
        ReadOptions options = new ReadOptions(null, null, 1, 1, 0, delimiter, null, List.of());
        try (RecordSource source = format.open(address, options)) {
            List<ColumnReader> columns =
                    source.columns().stream().map(ColumnReader::new).toList();
            Map<String, Long> shapes = new TreeMap<>();
            Envelope extent = new Envelope();
            long records = 0;
            long damaged = 0;
            String firstDamage = "";
            for (RawRecord record = source.next(); record != null; record = source.next()) {
                records++;
                String damage = record.damage();
                if (damage != null) {
                    damaged++;
                    firstDamage = firstDamage.isEmpty() ? "record " + record.number() + ": " + damage : firstDamage;
                    continue;
                }
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(record.value(i));
                }
                if (record.isPoint()) {
                    shapes.merge("Point", 1L, Long::sum);
                    extent.expandToInclude(record.x(), record.y());
                } else {
                    Geometry shape = record.geometry();
                    shapes.merge(shape == null ? "none" : shape.getGeometryType(), 1L, Long::sum);
                    if (shape != null) {
                        extent.expandToInclude(shape.getEnvelopeInternal());
                    }
                }
            }
            return new FileDescription(
                    name,
                    format,
                    source.findCrs(),
                    records,
                    damaged,
                    firstDamage,
                    shapes,
                    extent.isNull()
                            ? List.of()
                            : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()),
                    columns.stream().map(ColumnReader::result).toList(),
                    delimiter,
                    new ArrayList<>(source.notes()));
        }
    }
}
