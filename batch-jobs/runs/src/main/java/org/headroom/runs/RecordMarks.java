package org.headroom.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.headroom.columns.ColumnFile;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriter;
import org.headroom.model.LayerField;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * What a run keeps of the records of a layer so that a later one can tell which of them changed, and which lie near a site: sixteen bytes a
 * record in {@code records/N.marks}. Two records with the same mark have the same fields and the same point; of an area or a line the point
 * stands for the shape.
 *
 * @param marks 64 bits over all fields that the descriptor maps and the point
 * @param longitudes degrees east, to single precision; NaN where the record has no place
 * @param latitudes degrees north, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record RecordMarks(long[] marks, float[] longitudes, float[] latitudes) {
    private static final String SUFFIX = ".marks";
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** Keeps the marks of a layer. */
    static void write(Path folder, FeatureLayer layer) {
        long[] marks = new long[layer.size()];
        for (LayerField field : layer.kind().fields()) {
            if (layer.hasField(field.name())) {
                add(layer, field, marks);
            }
        }
        try (ColumnStore store = ColumnStore.folder(folder);
                ColumnWriter out = store.create(layer.ordinal() + SUFFIX).begin()) {
            for (int record = 0; record < marks.length; record++) {
                double longitude = layer.longitude(record);
                double latitude = layer.latitude(record);
                marks[record] = mixed(marks[record], Double.doubleToLongBits(longitude));
                out.putLong(mixed(marks[record], Double.doubleToLongBits(latitude)));
            }
            for (int record = 0; record < marks.length; record++) {
                out.putInt(Float.floatToIntBits((float) layer.longitude(record)), 0);
            }
            for (int record = 0; record < marks.length; record++) {
                out.putInt(Float.floatToIntBits((float) layer.latitude(record)), 0);
            }
        }
    }

    private static void add(FeatureLayer layer, LayerField field, long[] marks) {
        switch (field.type()) {
            case NUMBER -> {
                double[] numbers = layer.numbers(field.name());
                for (int record = 0; record < marks.length; record++) {
                    marks[record] = mixed(marks[record], Double.doubleToLongBits(numbers[record]));
                }
            }
            case DATE -> {
                int[] days = layer.dates(field.name());
                for (int record = 0; record < marks.length; record++) {
                    marks[record] = mixed(marks[record], days[record]);
                }
            }
            case TEXT -> {
                @Nullable String[] texts = layer.texts(field.name());
                for (int record = 0; record < marks.length; record++) {
                    marks[record] = mixed(marks[record], bits(texts[record]));
                }
            }
        }
    }

    private static long bits(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        long bits = text.length();
        for (int i = 0; i < text.length(); i++) {
            bits = 31 * bits + text.charAt(i);
        }
        return bits;
    }

    /** The finalizer of SplittableRandom (Steele, Lea and Flood 2014) over what was before and what comes. */
    private static long mixed(long before, long bits) {
        long mixed = (before + PRIME) * PRIME ^ bits;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** The marks of a layer; empty in a run that was made before marks were kept. */
    public static Optional<RecordMarks> read(ExplanationFiles files, int layerOrdinal, int records) {
        Path file = files.records().resolve(layerOrdinal + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path folder = Objects.requireNonNull(file.getParent());
        try (ColumnFile columns = new ColumnFile(
                ColumnStore.folder(folder).open(file.getFileName().toString()),
                records,
                Long.BYTES,
                Integer.BYTES,
                Integer.BYTES)) {
            long[] marks = new long[records];
            columns.column(0).readLongs(0, records, marks);
            return Optional.of(new RecordMarks(marks, floats(columns, 1, records), floats(columns, 2, records)));
        }
    }

    private static float[] floats(ColumnFile columns, int column, int records) {
        int[] bits = new int[records];
        columns.column(column).readInts(0, records, bits, 0);
        float[] values = new float[records];
        for (int i = 0; i < records; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        return values;
    }
}
