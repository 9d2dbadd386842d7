package org.headroom.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FieldType;
import org.headroom.model.NearestName;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A block of sites made in a test. Its arrays are longer than the block, with rubbish behind the end, as those of a block that is not
 * full may be.
 */
public final class MemorySites implements SiteBlock {
    private static final int RUBBISH = 3;

    private final List<MemorySite> sites;
    private final double[] longitudes;
    private final double[] latitudes;

    private MemorySites(List<MemorySite> sites) {
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("a block has at least one site");
        }
        this.sites = List.copyOf(sites);
        longitudes = numbers(sites, MemorySite::longitude);
        latitudes = numbers(sites, MemorySite::latitude);
    }

    /** Starts a list of sites. */
    public static Builder builder() {
        return new Builder();
    }

    /** The chosen sites, in the order given, as a block of their own. */
    public MemorySites select(int... chosen) {
        return new MemorySites(Arrays.stream(chosen).mapToObj(sites::get).toList());
    }

    @Override
    public int size() {
        return sites.size();
    }

    @Override
    public String siteId(int site) {
        return sites.get(site).id();
    }

    @Override
    public SiteOrigin origin(int site) {
        return sites.get(site).origin();
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
    public double[] numbers(String attribute) {
        require(attribute, FieldType.NUMBER);
        return numbers(sites, site -> {
            Object value = site.attributes().get(attribute);
            return value == null ? Double.NaN : ((Number) value).doubleValue();
        });
    }

    @Override
    @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
    public @Nullable String[] texts(String attribute) {
        require(attribute, FieldType.TEXT);
        @Nullable String[] texts = new @Nullable String[sites.size() + RUBBISH];
        Arrays.fill(texts, "rubbish behind the end of the block");
        for (int i = 0; i < sites.size(); i++) {
            texts[i] = sites.get(i).text(attribute);
        }
        return texts;
    }

    @Override
    public @Nullable Geometry area(int site) {
        return sites.get(site).area();
    }

    @Override
    public @Nullable MeasurementColumn measured(String criterionId) {
        if (sites.stream().noneMatch(site -> site.measured().containsKey(criterionId))) {
            return null;
        }
        MeasurementColumn column = new MeasurementColumn(sites.size() + RUBBISH);
        for (int i = 0; i < sites.size(); i++) {
            MemorySite.Bounds bounds = sites.get(i).measured().get(criterionId);
            if (bounds == null) {
                column.setUnknown(i, UnknownReason.NOT_CHECKED);
            } else {
                column.setInterval(i, bounds.low(), bounds.high(), EvidenceClass.DERIVED);
            }
        }
        return column;
    }

    private static double[] numbers(List<MemorySite> sites, ToDoubleFunction<MemorySite> value) {
        double[] numbers = new double[sites.size() + RUBBISH];
        Arrays.fill(numbers, -1.0e300);
        for (int i = 0; i < sites.size(); i++) {
            numbers[i] = value.applyAsDouble(sites.get(i));
        }
        return numbers;
    }

    static void require(String attribute, FieldType type) {
        boolean known = SiteAttributes.find(attribute)
                .filter(field -> field.type() == type)
                .isPresent();
        if (!known) {
            List<String> names =
                    SiteAttributes.all().stream().map(field -> field.name()).toList();
            throw new IllegalArgumentException(
                    "sites have no " + type + " attribute \"" + attribute + "\"" + NearestName.hint(attribute, names));
        }
    }

    /** Collects sites, in order. */
    public static final class Builder {
        private final List<MemorySite> sites = new ArrayList<>();

        private Builder() {}

        /** Adds new land without attributes. */
        public Builder greenfield(String id, double longitude, double latitude) {
            return site(id, SiteOrigin.GREENFIELD, longitude, latitude, Map.of());
        }

        /** Adds an existing facility with attributes from {@link SiteAttributes}: numbers and texts by name. */
        public Builder brownfield(String id, double longitude, double latitude, Map<String, ?> attributes) {
            return site(id, SiteOrigin.BROWNFIELD, longitude, latitude, attributes);
        }

        /** Adds a site with attributes. */
        public Builder site(
                String id, SiteOrigin origin, double longitude, double latitude, Map<String, ?> attributes) {
            attributes.forEach(
                    (name, value) -> require(name, value instanceof Number ? FieldType.NUMBER : FieldType.TEXT));
            sites.add(new MemorySite(id, origin, longitude, latitude, null, Map.copyOf(attributes), Map.of()));
            return this;
        }

        /** Adds new land with an area, given as WKT polygon or multipolygon, longitude first; its place is a point inside. */
        public Builder area(String id, String wkt) {
            try {
                Geometry area = new WKTReader().read(wkt);
                Coordinate inside = area.getInteriorPoint().getCoordinate();
                sites.add(new MemorySite(id, SiteOrigin.GREENFIELD, inside.x, inside.y, area, Map.of(), Map.of()));
                return this;
            } catch (ParseException e) {
                throw new IllegalArgumentException("site " + id + ": not WKT: " + wkt, e);
            }
        }

        /** Says what another module measured at the site added last; where nothing is said it is unknown. */
        public Builder measured(String criterionId, double low, double high) {
            MemorySite last = sites.remove(sites.size() - 1);
            Map<String, MemorySite.Bounds> measured = new HashMap<>(last.measured());
            measured.put(criterionId, new MemorySite.Bounds(low, high));
            sites.add(new MemorySite(
                    last.id(),
                    last.origin(),
                    last.longitude(),
                    last.latitude(),
                    last.area(),
                    last.attributes(),
                    Map.copyOf(measured)));
            return this;
        }

        public MemorySites build() {
            return new MemorySites(sites);
        }
    }
}
