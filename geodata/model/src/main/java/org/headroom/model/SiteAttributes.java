package org.headroom.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a site before anything is measured: the fields of the candidate or facility it comes from. Scoring modules
 * read them and rules may test them; a field that the source lacks is missing (NaN or null), never 0 or empty.
 */
public final class SiteAttributes {
    /** Text attribute with the name of the {@link SiteOrigin}; never missing. */
    public static final String ORIGIN = "origin";

    private static final Map<String, LayerField> BY_NAME = new LinkedHashMap<>();

    static {
        add(LayerField.text("siteId", "stable id of the site").asRequired());
        add(LayerField.text(ORIGIN, "what the site comes from")
                .oneOf("GREENFIELD", "BROWNFIELD")
                .asRequired());
        LayerKind.CANDIDATE.fields().forEach(SiteAttributes::add);
        LayerKind.FACILITY.fields().forEach(SiteAttributes::add);
    }

    private SiteAttributes() {}

    private static void add(LayerField field) {
        if (field.type() != FieldType.DATE) {
            BY_NAME.putIfAbsent(field.name(), field);
        }
    }

    /** All attributes, texts and numbers, in a fixed order. */
    public static List<LayerField> all() {
        return List.copyOf(BY_NAME.values());
    }

    public static Optional<LayerField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
