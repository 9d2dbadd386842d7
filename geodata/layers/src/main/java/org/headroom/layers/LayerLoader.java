package org.headroom.layers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriteException;
import org.headroom.columns.ColumnWriter;
import org.headroom.layers.column.FeatureColumns;
import org.headroom.layers.column.FeatureWriter;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.descriptor.GeometrySpec.Place;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.layers.format.FirstBytes;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RasterGrid;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.load.AreaJoin;
import org.headroom.layers.load.CellRange;
import org.headroom.layers.load.ColumnLookup;
import org.headroom.layers.load.ColumnPlaces;
import org.headroom.layers.load.FieldColumn;
import org.headroom.layers.load.OwnPlaces;
import org.headroom.layers.load.PlaceReader;
import org.headroom.layers.load.RecordCollector;
import org.headroom.layers.load.RecordFilter;
import org.headroom.layers.reshape.ReshapedSources;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.OutsideFailure;
import org.headroom.model.Printable;
import org.headroom.spi.FeatureLayer;

/** Reads sources into layers. Immutable and safe for several threads; one call reads one source on the calling thread. */
public final class LayerLoader {
    private static final Set<LayerKind> SITES = Set.of(LayerKind.CANDIDATE, LayerKind.FACILITY);

    private static final int SHOWN = 5;
    /** What libraries put before their words, which tells nobody anything. */
    private static final Pattern CLASS_NAME = Pattern.compile("\\b([a-z]\\w*\\.)+[A-Z]\\w*(Exception|Error)(: )?");

    private final DataFolder dataFolder;

    /** @param dataFolder the folder that every source lies in */
    public LayerLoader(Path dataFolder) {
        this.dataFolder = new DataFolder(dataFolder);
    }

    /**
     * SHA-256 in hexadecimal over the snapshot format, the descriptor's bytes, the fields of a plugin's kind and every file of the source. The layer that is joined has a
     * digest of its own ({@link LayerDescriptor#joinedLayer}).
     */
    public String digest(LayerDescriptor descriptor) {
        MessageDigest digest = Digests.sha256();
        // Headroom's own kinds change with the version of snapshots only, those of plugins at any time.
        boolean isOwnKind = LayerKind.builtIn().contains(descriptor.kind());
        String fields = isOwnKind ? "" : descriptor.kind().fields().toString();
        digest.update((LayerSnapshot.MAGIC + LayerSnapshot.VERSION + descriptor.digest() + fields)
                .getBytes(StandardCharsets.UTF_8));
        try {
            for (Path file : files(descriptor)) {
                digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                Digests.update(digest, file);
            }
        } catch (IOException e) {
            throw unreadable(descriptor, e);
        }
        return Digests.hex(digest.digest());
    }

    /** Every file that reading the source touches, in a fixed order: side tables first. */
    private List<Path> files(LayerDescriptor descriptor) {
        SourceSpec source = descriptor.source();
        List<Path> own = source.format().files(address(descriptor, source.file()));
        List<Path> files = new ArrayList<>();
        source.with()
                .forEach(table -> files.add(address(descriptor, table.file()).file()));
        files.addAll(own);
        return files;
    }

    private SourceAddress address(LayerDescriptor descriptor, String address) {
        return new SourceAddress(address, file -> dataFolder.resolve(descriptor.id(), file));
    }

    /** Bytes of all files of the source: about how long it takes to read. */
    public long sourceBytes(LayerDescriptor descriptor) {
        try {
            long bytes = 0;
            for (Path file : files(descriptor)) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(descriptor, e);
        }
    }

    /**
     * Reads a source. A DATA failure when it cannot be read, a column is missing, or too many records are bad.
     *
     * @param ordinal place of the layer in the run, from 0
     * @param joined gives a loaded layer by id; called only for {@link LayerDescriptor#joinedLayer}
     */
    public LoadedLayer load(LayerDescriptor descriptor, int ordinal, Function<String, FeatureLayer> joined) {
        return withinMemory(descriptor, () -> loadWhole(descriptor, ordinal, joined));
    }

    private LoadedLayer loadWhole(LayerDescriptor descriptor, int ordinal, Function<String, FeatureLayer> joined) {
        LayerInfo info = info(descriptor, ordinal);
        try {
            if (descriptor.source().format() instanceof RasterFormat format) {
                return raster(format, descriptor, info);
            }
            ColumnStore store = ColumnStore.memory();
            Read read = features(descriptor, joined, store);
            Map<String, ColumnBytes> columns = store.written().stream()
                    .collect(Collectors.toMap(ColumnWriter::name, writer -> store.open(writer.name())));
            return new LoadedLayer(
                    new DefaultFeatureLayer(info, new FeatureColumns(read.size, columns)), read.counts, read.issues);
        } catch (IOException e) {
            throw unreadable(descriptor, e);
        }
    }

    /**
     * Reads a source into a snapshot. As {@link #load}, but the heap never holds more than one record of it and the list of its issues.
     *
     * @param folder an empty folder; without a header afterwards when this fails
     */
    public void snapshot(LayerDescriptor descriptor, Function<String, FeatureLayer> joined, Path folder) {
        LayerInfo info = info(descriptor, 0);
        if (descriptor.source().format() instanceof RasterFormat) {
            LoadedLayer loaded = load(descriptor, 0, joined);
            LayerSnapshot.write((DefaultRasterLayer) loaded.layer(), loaded.counts(), loaded.issues(), folder);
            return;
        }
        ColumnStore store = ColumnStore.folder(folder);
        Read read;
        try {
            read = withinMemory(descriptor, () -> features(descriptor, joined, store));
        } catch (ColumnWriteException e) {
            throw LayerSnapshot.unwritable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(descriptor, e);
        }
        LayerSnapshot.finish(folder, info, read.counts, read.issues, read.size, store.written());
    }

    /** Something that reads a source. */
    private interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** A source that asks for more memory than there is, as made-up files do, costs its layer and not the program. */
    private static <T, E extends Exception> T withinMemory(LayerDescriptor descriptor, Reading<T, E> reading) throws E {
        try {
            return reading.read();
        } catch (StackOverflowError e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    where(descriptor) + ": something in it is nested too deep to be read",
                    "Look for lists or collections within each other, and export the file again without them.");
        } catch (OutOfMemoryError e) {
            long mib = Runtime.getRuntime().maxMemory() >> 20;
            // A heap that is too small for any layer shows at the first one, so the file need not be to blame.
            throw new HeadroomException(
                    FailureFamily.INTERNAL,
                    where(descriptor) + ": reading it takes more than the " + mib + " MiB of memory that Java may use",
                    "If the file has no record of unusual size, give Java more, as in HEADROOM_OPTS=-Xmx"
                            + Math.max(2, mib * 2 / 1024) + "g.");
        }
    }

    private static LayerInfo info(LayerDescriptor descriptor, int ordinal) {
        return new LayerInfo(
                ordinal,
                descriptor.id(),
                descriptor.kind(),
                descriptor.source().evidence(),
                descriptor.source().publisher(),
                descriptor.source().asOf(),
                descriptor.geometry().role());
    }

    private record Read(LayerCounts counts, List<DataIssue> issues, int size) {}

    private Read features(LayerDescriptor descriptor, Function<String, FeatureLayer> joined, ColumnStore store)
            throws IOException {
        try (RecordSource source = ReshapedSources.open(descriptor.source(), file -> address(descriptor, file))) {
            ColumnLookup columns = new ColumnLookup(source.columns());
            int idColumn = descriptor.idColumn() == null ? -1 : columns.find(descriptor.idColumn(), "id");
            String where = descriptor.where();
            RecordFilter filter = where == null
                    ? null
                    : RecordFilter.parse(where, columns, descriptor::numberForm, descriptor.file());
            List<FieldColumn> fields = new ArrayList<>();
            // What is not understood of a site is missing; elsewhere a module must know that something is said there.
            boolean areSites = SITES.contains(descriptor.kind());
            String notUnderstood = areSites ? null : LayerField.NOT_UNDERSTOOD;
            for (FieldMapping mapping : descriptor.fields()) {
                fields.add(new FieldColumn(mapping, columns, source::day, notUnderstood));
            }
            PlaceReader places = places(descriptor, source, columns, joined);
            if (!columns.problems().isEmpty() && source.columns().isEmpty()) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        where(descriptor) + ": the source has no records, so it has no columns either",
                        "Look why it is empty; a source without records is no proof that there is nothing.");
            }
            if (!columns.problems().isEmpty()) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        columns.problems().stream()
                                .map(p -> where(descriptor) + ": " + p)
                                .collect(Collectors.joining("\n")),
                        "The columns are: " + String.join(", ", source.columns()));
            }
            List<LayerField> names =
                    descriptor.fields().stream().map(FieldMapping::field).toList();
            try (FeatureWriter out = new FeatureWriter(store, names, idColumn >= 0)) {
                RecordCollector collector = new RecordCollector(
                        descriptor.id(),
                        descriptor.kind(),
                        descriptor.source().file(),
                        source.columns(),
                        idColumn,
                        descriptor.geometry().required(),
                        filter,
                        places,
                        fields,
                        out);
                for (RawRecord record = source.next(); record != null; record = source.next()) {
                    collector.add(record);
                }
                source.notes().forEach(collector::note);
                if (out.size() == 0) {
                    collector.note(nothingLeft(collector));
                }
                places.notes().forEach(collector::note);
                checkLimit(descriptor, collector);
                LayerCounts counts = new LayerCounts(
                        collector.read(),
                        collector.read() - collector.skipped(),
                        collector.skipped(),
                        collector.filtered());
                return new Read(counts, collector.issues(), out.size());
            }
        }
    }

    private static String nothingLeft(RecordCollector collector) {
        if (collector.skipped() > 0) {
            return "no record is left: "
                    + (collector.skipped() == 1 ? "the only one" : "all " + collector.skipped())
                    + (collector.filtered() > 0 ? " that where keeps" : "")
                    + (collector.skipped() == 1 ? " was skipped" : " were skipped");
        }
        return collector.filtered() > 0
                ? "no record is left: where keeps none of " + collector.filtered()
                : "the source has no records";
    }

    private static PlaceReader places(
            LayerDescriptor descriptor,
            RecordSource source,
            ColumnLookup columns,
            Function<String, FeatureLayer> joined) {
        Place place = descriptor.geometry().place();
        if (place == Place.NONE) {
            return record -> org.headroom.layers.load.Place.NOWHERE;
        }
        if (place == Place.POINT) {
            org.headroom.layers.load.Place point = org.headroom.layers.load.Place.point(
                    descriptor.geometry().pointLongitude(),
                    descriptor.geometry().pointLatitude());
            return record -> point;
        }
        if (place == Place.JOIN) {
            FeatureLayer areas = joined.apply(descriptor.geometry().joinLayer());
            if (!(areas instanceof DefaultFeatureLayer own)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        descriptor.file() + ": geometry.join.layer: there is no layer \""
                                + descriptor.geometry().joinLayer() + "\" with areas",
                        "Name a boundary layer of the project.");
            }
            return new AreaJoin(descriptor.geometry(), columns, own, own::area, own::areaNumber);
        }
        String crs = descriptor.crs();
        if (crs == null) {
            crs = place == Place.COLUMNS
                    ? "EPSG:4326"
                    : source.findCrs()
                            .orElseThrow(() -> new HeadroomException(
                                    FailureFamily.DATA,
                                    where(descriptor) + ": the file does not say its coordinate reference system",
                                    "Give \"crs\" in the descriptor " + descriptor.file() + ", such as EPSG:4326."));
        }
        ToWgs84 toWgs84 = ToWgs84.from(crs, where(descriptor));
        return place == Place.COLUMNS
                ? new ColumnPlaces(descriptor.geometry(), columns, toWgs84)
                : new OwnPlaces(toWgs84, descriptor.geometry(), descriptor.kind());
    }

    private static void checkLimit(LayerDescriptor descriptor, RecordCollector collector) {
        long bad = collector.skipped() - collector.repeated();
        if (bad <= descriptor.badRecordLimitFraction() * collector.read()) {
            return;
        }
        List<DataIssue> skips = collector.issues().stream()
                .filter(i -> i.effect() == DataIssue.Effect.SKIPPED)
                .toList();
        String worst = mostFrequent(skips, i -> i.field().isEmpty() ? i.reason() : i.field() + ": " + i.reason());
        String values = mostFrequent(
                skips.stream().filter(i -> !i.value().isEmpty()).toList(),
                i -> i.field() + " = \"" + Printable.line(i.value()) + "\"");
        String first = skips.stream()
                .limit(SHOWN)
                .map(i -> "record " + i.record()
                        + (i.recordId().isEmpty() ? "" : " (" + Printable.line(i.recordId()) + ")"))
                .collect(Collectors.joining(", "));
        throw new HeadroomException(
                FailureFamily.DATA,
                where(descriptor) + ": " + bad + " of " + collector.read()
                        + " records are bad, more than badRecords.limitFraction " + descriptor.badRecordLimitFraction()
                        + " allows:" + worst + "\nThe first are " + first
                        + (values.isEmpty()
                                ? ""
                                : "\nMost frequent among the values that were not understood:" + values),
                "Correct the source or the descriptor " + descriptor.file()
                        + ", or raise the limit if these records may be lost.");
    }

    private static String mostFrequent(List<DataIssue> issues, Function<DataIssue, String> word) {
        Map<String, Long> counts =
                issues.stream().collect(Collectors.groupingBy(word, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(e -> "\n  " + e.getValue() + " x " + e.getKey())
                .collect(Collectors.joining());
    }

    private LoadedLayer raster(RasterFormat format, LayerDescriptor descriptor, LayerInfo info) throws IOException {
        int[] numbers = descriptor.fields().stream()
                .mapToInt(f -> Integer.parseInt(f.columns().get(0)))
                .toArray();
        SourceAddress address = address(descriptor, descriptor.source().file());
        FirstBytes.check(format, address.file());
        RasterGrid grid = format.read(address, numbers, descriptor.crs());
        TreeMap<String, float[]> bands = new TreeMap<>();
        List<DataIssue> issues = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            FieldMapping mapping = descriptor.fields().get(i);
            float[] cells = grid.bands().get(i);
            issues.addAll(CellRange.apply(
                    mapping,
                    cells,
                    grid.width(),
                    descriptor.id(),
                    descriptor.source().file()));
            bands.put(mapping.field().name(), cells);
        }
        RasterData data = new RasterData(grid.width(), grid.height(), grid.gridFromCrs(), grid.crs(), bands);
        if (!grid.crs().isEmpty()) {
            for (String note : ToWgs84.from(grid.crs(), where(descriptor)).notes()) {
                issues.add(new DataIssue(
                        DataIssue.Effect.NOTED,
                        descriptor.id(),
                        descriptor.source().file(),
                        0,
                        "",
                        "",
                        "",
                        note,
                        Double.NaN,
                        Double.NaN));
            }
        }
        return new LoadedLayer(new DefaultRasterLayer(info, data), new LayerCounts(1, 1, 0, 0), issues);
    }

    private static String where(LayerDescriptor descriptor) {
        return "layer " + descriptor.id() + " (" + descriptor.source().file() + ")";
    }

    private static HeadroomException unreadable(LayerDescriptor descriptor, IOException e) {
        if (e instanceof SourceException source) {
            String words = CLASS_NAME.matcher(String.valueOf(e.getMessage())).replaceAll("");
            return new HeadroomException(FailureFamily.DATA, where(descriptor) + ": " + words, source.advice(), e);
        }
        String reason = OutsideFailure.describe(e);
        return new HeadroomException(
                FailureFamily.DATA,
                where(descriptor) + ": "
                        + (CLASS_NAME.matcher(reason).find()
                                ? "cannot be read to its end, as it is cut off or damaged"
                                : reason),
                "Check that the file is complete and may be read.",
                e);
    }
}
