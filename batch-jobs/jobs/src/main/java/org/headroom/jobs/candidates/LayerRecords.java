package org.headroom.jobs.candidates;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.model.LayerKind;
import org.headroom.model.SiteAttributes;
import org.headroom.runs.store.SiteWriter;
import org.jspecify.annotations.Nullable;

/** The located records of a layer as candidate sites, read block by block. */
final class LayerRecords implements CandidateRows {
    private final DefaultFeatureLayer layer;
    private final CandidateSource.FromLayer source;
    private final Optional<Jurisdictions> jurisdictions;
    private final String idField;
    private final double[] longitudes = new double[MOST];
    private final double[] latitudes = new double[MOST];
    private final int[] records = new int[MOST];
    private final int[] areas = new int[MOST];
    private final double[] numbers = new double[MOST];
    private final @Nullable String[] texts = new @Nullable String[MOST];
    private final Map<String, @Nullable String[]> whole = new HashMap<>();
    private @Nullable String[] ids = new @Nullable String[0];
    private int first;
    private int end;
    private int size;

    LayerRecords(DefaultFeatureLayer layer, CandidateSource.FromLayer source, Optional<Jurisdictions> jurisdictions) {
        this.layer = layer;
        this.source = source;
        this.jurisdictions = jurisdictions;
        // The project reader lets no other kinds be candidates.
        this.idField = layer.kind().siteIdField().orElseThrow();
    }

    @Override
    public boolean next() {
        size = 0;
        while (size == 0 && end < layer.size()) {
            first = end;
            int count = Math.min(MOST, layer.size() - first);
            end = first + count;
            layer.readLongitudes(first, count, longitudes);
            layer.readLatitudes(first, count, latitudes);
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(longitudes[i])) {
                    longitudes[size] = longitudes[i];
                    latitudes[size] = latitudes[i];
                    records[size++] = first + i;
                }
            }
        }
        whole.clear();
        ids = size == 0 ? ids : block(idField);
        jurisdictions.ifPresent(found -> {
            for (int row = 0; row < size; row++) {
                areas[row] = found.find(longitudes[row], latitudes[row]);
            }
        });
        return size > 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long number(int row) {
        return layer.recordNumber(records[row]);
    }

    @Override
    public String siteId(int row) {
        String own = Objects.requireNonNull(ids[records[row] - first]);
        return source.idPrefix().isEmpty() ? own : source.idPrefix() + own;
    }

    @Override
    public double[] longitudes() {
        return longitudes;
    }

    @Override
    public double[] latitudes() {
        return latitudes;
    }

    @Override
    public double @Nullable [] numbers(String attribute) {
        if (attribute.equals(SiteWriter.AREA)) {
            return areaPlaces();
        }
        if (!layer.hasField(attribute)) {
            return null;
        }
        layer.read(attribute, first, end - first, numbers);
        for (int row = 0; row < size; row++) {
            numbers[row] = numbers[records[row] - first];
        }
        return numbers;
    }

    private double @Nullable [] areaPlaces() {
        boolean isAny = false;
        for (int row = 0; row < size; row++) {
            boolean isArea = layer.isArea(records[row]);
            isAny |= isArea;
            numbers[row] = isArea ? SiteWriter.areaOf(layer.ordinal(), records[row]) : Double.NaN;
        }
        return isAny ? numbers : null;
    }

    @Override
    @SuppressWarnings("NullAway") // does not see the null mark of an array's elements in a class file
    public @Nullable String @Nullable [] texts(String attribute) {
        if (attribute.equals(SiteAttributes.ORIGIN)) {
            for (int row = 0; row < size; row++) {
                texts[row] = source.origin().name();
            }
            return texts;
        }
        String field =
                layer.kind().equals(LayerKind.BOUNDARY) && attribute.equals("jurisdictionCode") ? "code" : attribute;
        @Nullable String untold = untold(attribute);
        if (!layer.hasField(field) && jurisdictions.isEmpty() && untold == null) {
            return null;
        }
        @Nullable String[] own = block(field);
        for (int row = 0; row < size; row++) {
            String text = own[records[row] - first];
            int area = areas[row];
            texts[row] = text != null
                    ? text
                    : jurisdictions.map(j -> j.text(attribute, area)).orElse(untold);
        }
        return texts;
    }

    /** Most sources of facilities are silent about the right, so silence is a word that rules can read, and makes no gate UNKNOWN. */
    private @Nullable String untold(String attribute) {
        boolean isRight = attribute.equals("connectionRight") && layer.kind().equals(LayerKind.FACILITY);
        return isRight ? "UNKNOWN" : null;
    }

    /** A text field of the records from {@link #first} on. */
    @SuppressWarnings("NullAway") // does not see the null mark of an array's elements in a class file
    private @Nullable String[] block(String field) {
        return whole.computeIfAbsent(field, name -> {
            @Nullable String[] all = new @Nullable String[end - first];
            layer.read(name, first, all.length, all);
            return all;
        });
    }
}
