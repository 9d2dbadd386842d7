package org.headroom.layers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriteException;
import org.headroom.columns.ColumnWriter;
import org.headroom.layers.column.FeatureColumns;
import org.headroom.layers.column.FeatureWriter;
import org.headroom.layers.crs.ReferenceSystems;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.descriptor.UnitDoubts;
import org.headroom.layers.format.DatabaseFormat;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.load.ColumnLookup;
import org.headroom.layers.load.FieldColumn;
import org.headroom.layers.load.PlaceReader;
import org.headroom.layers.load.RecordCollector;
import org.headroom.layers.load.RecordFilter;
import org.headroom.layers.reshape.ReshapedSources;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;

/** Reads sources into layers. Safe for several threads; one call reads one source on the calling thread. */
public final class LayerLoader {
    private static final Set<LayerKind> SITES = Set.of(LayerKind.CANDIDATE, LayerKind.FACILITY);

    private final SourceFiles files;

    /** @param dataFolder the folder that every source lies in */
    public LayerLoader(Path dataFolder) {
        this.files = new SourceFiles(new DataFolder(dataFolder));
    }

    /**
     * SHA-256 in hexadecimal over the snapshot format, the descriptor's bytes, the fields of a plugin's kind and every file of the source; of a table in a
     * database over its records, which are read for it. The layer that is joined has a digest of its own ({@link LayerDescriptor#joinedLayer}).
     */
    public String digest(LayerDescriptor descriptor) {
        return files.digest(descriptor);
    }

    /** Bytes of all files of the source: about how long it takes to read. */
    public long sourceBytes(LayerDescriptor descriptor) {
        return files.bytes(descriptor);
    }

    /**
     * Reads a source. A DATA failure when it cannot be read, a column is missing, too many records are bad, or a table holds something else than when this
     * loader took its digest.
     *
     * @param ordinal place of the layer in the run, from 0
     * @param joined gives a loaded layer by id; called only for {@link LayerDescriptor#joinedLayer}
     */
    public LoadedLayer load(LayerDescriptor descriptor, int ordinal, Function<String, FeatureLayer> joined) {
        return SourceFailures.withinMemory(descriptor, () -> loadWhole(descriptor, ordinal, joined));
    }

    private LoadedLayer loadWhole(LayerDescriptor descriptor, int ordinal, Function<String, FeatureLayer> joined) {
        LayerInfo info = info(descriptor, ordinal);
        try {
            if (descriptor.source().format() instanceof RasterFormat format) {
                return RasterLoader.load(format, descriptor, info, files);
            }
            ColumnStore store = ColumnStore.memory();
            Read read = features(descriptor, joined, store);
            Map<String, ColumnBytes> columns = store.written().stream()
                    .collect(Collectors.toMap(ColumnWriter::name, writer -> store.open(writer.name())));
            return new LoadedLayer(
                    new DefaultFeatureLayer(info, new FeatureColumns(read.size, columns)), read.counts, read.issues);
        } catch (IOException e) {
            throw SourceFailures.unreadable(descriptor, e);
        }
    }

    /**
     * Reads a source into a snapshot. As {@link #load}, but the heap never holds more than one record of it and the list of its issues.
     *
     * @param folder an empty folder; without a header afterwards when this fails
     * @param name what the folder will be called when it is in its place
     */
    public void snapshot(LayerDescriptor descriptor, Function<String, FeatureLayer> joined, Path folder, String name) {
        LayerInfo info = info(descriptor, 0);
        if (descriptor.source().format() instanceof RasterFormat) {
            LoadedLayer loaded = load(descriptor, 0, joined);
            LayerSnapshot.write((DefaultRasterLayer) loaded.layer(), loaded.counts(), loaded.issues(), folder, name);
            return;
        }
        ColumnStore store = ColumnStore.folder(folder);
        Read read;
        try {
            read = SourceFailures.withinMemory(descriptor, () -> features(descriptor, joined, store));
        } catch (ColumnWriteException e) {
            throw LayerSnapshot.unwritable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw SourceFailures.unreadable(descriptor, e);
        }
        LayerSnapshot.finish(folder, name, info, read.counts, read.issues, read.size, store.written());
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
        try (RecordSource source = ReshapedSources.open(descriptor.source(), file -> files.address(descriptor, file))) {
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
            PlaceReader places = PlaceReaders.of(descriptor, source, columns, joined);
            if (!columns.problems().isEmpty() && source.columns().isEmpty()) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        SourceFailures.where(descriptor) + ": the source has no records, so it has no columns either",
                        "Look why it is empty; a source without records is no proof that there is nothing.");
            }
            if (!columns.problems().isEmpty()) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        columns.problems().stream()
                                .map(p -> SourceFailures.where(descriptor) + ": " + p)
                                .collect(Collectors.joining("\n")),
                        "The columns are: " + String.join(", ", source.columns())
                                + source.notes().stream()
                                        .map(note -> "\nNote: " + note)
                                        .collect(Collectors.joining()));
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
                while (collector.addSome(source)) {
                    // Until there are no more.
                }
                files.checkUnchanged(descriptor, source);
                source.notes().forEach(collector::note);
                if (out.size() == 0) {
                    collector.note(BadRecords.nothingLeft(collector));
                } else if (descriptor.kind().equals(LayerKind.BOUNDARY) && !collector.hasAreas()) {
                    collector.note(
                            "none of its " + out.size() + " records is an area, so no place lies in any of them");
                }
                places.notes().forEach(collector::note);
                crsOverTable(descriptor, source).ifPresent(collector::note);
                UnitDoubts.of(descriptor.kind(), descriptor.fields(), source.columns())
                        .forEach(collector::note);
                BadRecords.check(descriptor, collector);
                LayerCounts counts = new LayerCounts(
                        collector.read(),
                        collector.read() - collector.skipped(),
                        collector.skipped(),
                        collector.filtered());
                return new Read(counts, collector.issues(), out.size());
            }
        }
    }

    /** What is to be told where a descriptor has the shapes of a table read by another reference system than the server gives them. */
    private static Optional<String> crsOverTable(LayerDescriptor descriptor, RecordSource source) {
        String crs = descriptor.crs();
        boolean isTable = descriptor.source().format() instanceof DatabaseFormat
                && descriptor.geometry().place() == GeometrySpec.Place.OWN;
        return crs == null || !isTable
                ? Optional.empty()
                : source.findCrs()
                        .filter(own -> !ReferenceSystems.haveSameNumber(own, crs))
                        .map(own -> "the shapes are in " + own
                                + " as the table says, and were read by crs of the descriptor, " + crs
                                + "; leave crs out if the table is right");
    }
}
