package org.headroom.layers.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.column.FeatureWriter;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Decides what becomes of each record, passes on what is used, and keeps counts and issues. A skipped record gives exactly one SKIPPED issue, its
 * first reason. Not safe for several threads.
 */
public final class RecordCollector {
    private static final int RECORDS = 4_096;

    private final String layer;
    private final String file;
    private final List<String> columns;
    private final int idColumn;
    private final boolean placeRequired;
    private final @Nullable RecordFilter filter;
    private final PlaceReader places;
    private final FieldColumn[] fields;
    private final FeatureWriter out;
    private final RepeatedRecords repeats;
    private final LastDay lastDay;

    private final List<DataIssue> issues = new ArrayList<>();
    private final Map<Integer, Integer> sharedAreas = new HashMap<>();
    private long read;
    private long skipped;
    private long filtered;
    private long repeated;
    private boolean hasAreas;

    /**
     * @param layer layer id, for issues
     * @param kind kind of the layer
     * @param file file name, for issues
     * @param columns names of the source's columns
     * @param idColumn column with the record's id; -1 for the record number
     * @param placeRequired whether a record without a place is skipped
     * @param filter null when every record stays
     * @param out takes the fields in the order of {@code fields}
     */
    public RecordCollector(
            String layer,
            LayerKind kind,
            String file,
            List<String> columns,
            int idColumn,
            boolean placeRequired,
            @Nullable RecordFilter filter,
            PlaceReader places,
            List<FieldColumn> fields,
            FeatureWriter out) {
        this.layer = layer;
        this.file = file;
        this.columns = columns;
        this.idColumn = idColumn;
        this.placeRequired = placeRequired;
        this.filter = filter;
        this.places = places;
        this.fields = fields.toArray(new FieldColumn[0]);
        this.out = out;
        this.repeats = new RepeatedRecords(kind, fields);
        this.lastDay = new LastDay(kind, fields);
    }

    /**
     * Takes the next records; whether there may be more. Some at a time: code that loops once over all records of a large source is stuck with what
     * the compiler knew when the loop began.
     */
    public boolean addSome(RecordSource source) throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            RawRecord record = source.next();
            if (record == null) {
                return false;
            }
            add(record);
        }
        return true;
    }

    private void add(RawRecord record) throws IOException {
        String own = idColumn < 0 ? null : record.text(idColumn);
        String ownId = own == null ? "" : own;
        if (record.damage() != null) {
            read++;
            skip(record, ownId, Place.NOWHERE, "", "", record.damage());
            return;
        }
        if (filter != null && !filter.test(record)) {
            filtered++;
            return;
        }
        read++;
        Place place = places.locate(record);
        if (place.problem() != null && placeRequired) {
            skip(record, ownId, place, place.field(), place.value(), place.problem());
            return;
        }
        List<DataIssue> told =
                filter == null || filter.unreadableColumn() < 0 ? List.of() : undecided(record, ownId, filter, place);
        for (FieldColumn field : fields) {
            String problem = field.read(record);
            boolean required = field.mapping().field().required();
            if (problem != null && required && field.isMissing()) {
                skip(record, ownId, place, field.badColumn(), field.badValue(), problem);
                return;
            }
            if (problem != null) {
                told = told.isEmpty() ? new ArrayList<>() : told;
                told.add(issue(
                        Effect.FIELD_UNKNOWN, record, ownId, place, field.badColumn(), field.badValue(), problem));
            } else if (required && field.isMissing()) {
                String columns = String.join(" + ", field.mapping().columns());
                skip(
                        record,
                        ownId,
                        place,
                        columns,
                        "",
                        "the required field " + field.mapping().field().name() + " is empty");
                return;
            }
            String note = field.note();
            if (note != null) {
                told = told.isEmpty() ? new ArrayList<>() : told;
                told.add(issue(Effect.NOTED, record, ownId, place, field.badColumn(), field.badValue(), note));
            }
        }
        String slip = lastDay.check();
        if (slip != null) {
            told = told.isEmpty() ? new ArrayList<>() : told;
            told.add(issue(Effect.FIELD_UNKNOWN, record, ownId, place, lastDay.column(), lastDay.value(), slip));
        }
        Long earlier = repeats.earlier(place, record.number());
        if (earlier != null) {
            repeated++;
            skip(record, ownId, place, "", "", "it repeats record " + earlier + ", which counts");
            return;
        }
        if (place.repaired() != null) {
            issues.add(issue(Effect.REPAIRED, record, ownId, place, "", "", place.repaired()));
        }
        if (place.problem() != null) {
            issues.add(issue(Effect.NOT_LOCATED, record, ownId, place, place.field(), place.value(), place.problem()));
        }
        if (place.note() != null) {
            issues.add(issue(Effect.NOTED, record, ownId, place, "", "", place.note()));
        }
        issues.addAll(told);
        for (int i = 0; i < fields.length; i++) {
            fields[i].putTo(out, i);
        }
        out.endRecord(record.number(), ownId, place.longitude(), place.latitude(), geometry(place));
    }

    private List<DataIssue> undecided(RawRecord record, String id, RecordFilter where, Place place) {
        int column = where.unreadableColumn();
        List<DataIssue> told = new ArrayList<>();
        told.add(issue(
                Effect.NOTED,
                record,
                id,
                place,
                columns.get(column),
                String.valueOf(record.text(column)),
                "not " + where.expected() + ", so the condition where cannot be held against it; the record is kept"));
        return told;
    }

    private int geometry(Place place) {
        Geometry line = place.line();
        if (line != null) {
            return out.putLine(line);
        }
        Geometry area = place.area();
        if (area == null) {
            return -1;
        }
        hasAreas = true;
        if (place.shared() == Place.OWN) {
            return out.putGeometry(area);
        }
        Integer known = sharedAreas.get(place.shared());
        if (known == null) {
            known = out.putGeometry(area);
            sharedAreas.put(place.shared(), known);
        }
        return known;
    }

    private void skip(RawRecord record, String id, Place place, String field, String value, String reason) {
        skipped++;
        issues.add(issue(Effect.SKIPPED, record, id, place, field, value, reason));
    }

    private DataIssue issue(
            Effect effect, RawRecord record, String id, Place place, String field, String value, String reason) {
        return new DataIssue(
                effect, layer, file, record.number(), id, field, value, reason, place.longitude(), place.latitude());
    }

    /** Lists something about the whole file, in one sentence without a full stop. */
    public void note(String reason) {
        issues.add(ofFile(reason));
    }

    private DataIssue ofFile(String reason) {
        return new DataIssue(Effect.NOTED, layer, file, 0, "", "", "", reason, Double.NaN, Double.NaN);
    }

    public long read() {
        return read;
    }

    public long skipped() {
        return skipped;
    }

    /** Records that repeat others: of those skipped the ones that are not bad. */
    public long repeated() {
        return repeated;
    }

    /** Whether a record that is used is an area. */
    public boolean hasAreas() {
        return hasAreas;
    }

    public long filtered() {
        return filtered;
    }

    /** Every problem so far, in the order of the source; last what is odd about whole columns. */
    public List<DataIssue> issues() {
        List<DataIssue> all = new ArrayList<>(issues);
        for (FieldColumn field : fields) {
            String note = field.noteOfAll();
            if (note != null) {
                all.add(ofFile(note));
            }
        }
        return all;
    }
}
