package org.headroom.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a site before anything is measured: the fields of the candidate or facility it comes from. Scoring modules
 * read them and rules may test them; a field that the source lacks is missing (NaN or null), never 0 or empty.
 */
public final class SiteAttributes {
    /** Text attribute with the name of the {@link SiteOrigin}; never missing. */
    public static final String ORIGIN = "origin";

    /** What a facility's record says of its place and of the land, not of what stands on it. */
    private static final Set<String> OF_LAND =
            Set.of("name", "stateCode", "jurisdictionCode", "buildableAreaHa", "distanceToFibreKm");

    /** Texts that are a day as the source words it, a month or a year among them. */
    private static final Set<String> DAYS = Set.of("facilityStatusAsOf", "capacityAsOf");

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

    /** Whether an attribute tells of an existing facility and what it holds, which new land has nothing of. */
    public static boolean isOfFacility(String name) {
        return !OF_LAND.contains(name)
                && LayerKind.FACILITY.fields().stream()
                        .anyMatch(field -> field.name().equals(name));
    }

    /** Whether a text attribute is a day, as its source words it. */
    public static boolean isDay(String name) {
        return DAYS.contains(name);
    }

    public static Optional<LayerField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
