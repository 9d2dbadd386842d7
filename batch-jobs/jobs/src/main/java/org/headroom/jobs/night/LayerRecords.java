package org.headroom.jobs.night;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.model.LayerKind;
import org.headroom.model.SiteAttributes;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** The located records of a layer as candidate sites. */
final class LayerRecords implements CandidateRecords {
    private final FeatureLayer layer;
    private final CandidateSource.FromLayer source;
    private final Optional<Jurisdictions> jurisdictions;
    private final String idField;
    private final Map<String, @Nullable String[]> texts = new HashMap<>();
    private final Map<String, double[]> numbers = new HashMap<>();
    private int record = -1;
    private int area = -1;

    LayerRecords(FeatureLayer layer, CandidateSource.FromLayer source, Optional<Jurisdictions> jurisdictions) {
        this.layer = layer;
        this.source = source;
        this.jurisdictions = jurisdictions;
        this.idField = idField(layer.kind());
    }

    /** The field of a layer kind that names its records; the project reader lets only these kinds be candidates. */
    static String idField(LayerKind kind) {
        return switch (kind) {
            case CANDIDATE -> "siteId";
            case FACILITY -> "facilityId";
            case BOUNDARY -> "code";
            default -> throw new IllegalArgumentException("records of kind " + kind.id() + " are no candidates");
        };
    }

    @Override
    public boolean next() {
        do {
            record++;
        } while (record < layer.size() && !layer.isLocated(record));
        if (record >= layer.size()) {
            return false;
        }
        area = jurisdictions.map(j -> j.find(longitude(), latitude())).orElse(-1);
        return true;
    }

    @Override
    public long number() {
        return record + 1L;
    }

    @Override
    public String siteId() {
        return source.idPrefix() + Objects.requireNonNull(column(idField)[record]);
    }

    @Override
    public double longitude() {
        return layer.longitude(record);
    }

    @Override
    public double latitude() {
        return layer.latitude(record);
    }

    @Override
    public @Nullable String text(String attribute) {
        if (attribute.equals("siteId")) {
            return siteId();
        }
        if (attribute.equals(SiteAttributes.ORIGIN)) {
            return source.origin().name();
        }
        String own =
                column(layer.kind() == LayerKind.BOUNDARY && attribute.equals("jurisdictionCode") ? "code" : attribute)[
                        record];
        return own != null
                ? own
                : jurisdictions.map(j -> j.text(attribute, area)).orElse(null);
    }

    @Override
    public double number(String attribute) {
        return numbers.computeIfAbsent(attribute, layer::numbers)[record];
    }

    private @Nullable String[] column(String field) {
        return texts.computeIfAbsent(field, layer::texts);
    }
}
