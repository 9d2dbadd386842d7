package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.source.Numbers;
import org.headroom.layers.source.RawRecord;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Decides what becomes of each record and keeps columns, places, counts and issues. A skipped record gives exactly one SKIPPED issue, its
 * first reason. Not safe for several threads.
 */
public final class RecordCollector {
    private final String layer;
    private final String file;
    private final int idColumn;
    private final boolean placeRequired;
    private final @Nullable RecordFilter filter;
    private final PlaceReader places;
    private final List<FieldColumn> fields;

    private final List<DataIssue> issues = new ArrayList<>();
    private final List<String> recordIds = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private final Map<Geometry, Integer> geometryNumbers = new IdentityHashMap<>();
    private double[] longitudes = new double[16];
    private double[] latitudes = new double[16];
    private int[] geometryOf = new int[16];
    private long read;
    private long skipped;
    private long filtered;

    /**
     * @param layer layer id, for issues
     * @param file file name, for issues
     * @param idColumn column with the record's id; -1 for the record number
     * @param placeRequired whether a record without a place is skipped
     * @param filter null when every record stays
     */
    public RecordCollector(
            String layer,
            String file,
            int idColumn,
            boolean placeRequired,
            @Nullable RecordFilter filter,
            PlaceReader places,
            List<FieldColumn> fields) {
        this.layer = layer;
        this.file = file;
        this.idColumn = idColumn;
        this.placeRequired = placeRequired;
        this.filter = filter;
        this.places = places;
        this.fields = List.copyOf(fields);
    }

    /** Takes the next record. */
    public void add(RawRecord record) {
        Object own = idColumn < 0 ? null : record.values()[idColumn];
        String ownId = own == null ? "" : Numbers.text(own).strip();
        if (record.damage() != null) {
            read++;
            skip(record, ownId, Place.NOWHERE, "", "", record.damage());
            return;
        }
        if (filter != null && !filter.test(record.values())) {
            filtered++;
            return;
        }
        read++;
        Place place = places.locate(record);
        if (place.problem() != null && placeRequired) {
            skip(record, ownId, place, place.field(), place.value(), place.problem());
            return;
        }
        List<DataIssue> unknown = new ArrayList<>(0);
        for (FieldColumn field : fields) {
            String problem = field.read(record);
            boolean required = field.mapping().field().required();
            if (problem != null && required) {
                skip(record, ownId, place, field.badColumn(), field.badValue(), problem);
                return;
            }
            if (problem != null) {
                unknown.add(issue(
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
        }
        if (place.repaired() != null) {
            issues.add(issue(Effect.REPAIRED, record, ownId, place, "", "", place.repaired()));
        }
        if (place.problem() != null) {
            issues.add(issue(Effect.NOT_LOCATED, record, ownId, place, place.field(), place.value(), place.problem()));
        }
        issues.addAll(unknown);
        keep(ownId.isEmpty() ? Long.toString(record.number()) : ownId, place);
    }

    private void keep(String id, Place place) {
        int at = recordIds.size();
        if (at == longitudes.length) {
            int grown = at + (at >> 1);
            longitudes = Arrays.copyOf(longitudes, grown);
            latitudes = Arrays.copyOf(latitudes, grown);
            geometryOf = Arrays.copyOf(geometryOf, grown);
        }
        recordIds.add(id);
        longitudes[at] = place.longitude();
        latitudes[at] = place.latitude();
        geometryOf[at] = place.area() == null ? -1 : number(place.area());
        fields.forEach(FieldColumn::append);
    }

    private int number(Geometry area) {
        Integer known = geometryNumbers.get(area);
        if (known == null) {
            known = geometries.size();
            geometryNumbers.put(area, known);
            geometries.add(area);
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

    public long read() {
        return read;
    }

    public long skipped() {
        return skipped;
    }

    public long filtered() {
        return filtered;
    }

    /** Every problem so far, in the order of the source. */
    public List<DataIssue> issues() {
        return issues;
    }

    public String[] recordIds() {
        return recordIds.toArray(new String[0]);
    }

    public double[] longitudes() {
        return Arrays.copyOf(longitudes, recordIds.size());
    }

    public double[] latitudes() {
        return Arrays.copyOf(latitudes, recordIds.size());
    }

    /** Place of each record's area in {@link #geometries}; -1 for none. */
    public int[] geometryOf() {
        return Arrays.copyOf(geometryOf, recordIds.size());
    }

    public List<Geometry> geometries() {
        return geometries;
    }
}
