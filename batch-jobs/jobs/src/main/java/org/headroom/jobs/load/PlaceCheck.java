package org.headroom.jobs.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LoadedLayer;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.model.DataIssue;
import org.headroom.model.LayerKind;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Looks at where the records of a layer lie against the jurisdictions of the project: outside of all of them, and perhaps with a sign lost or with
 * latitude and longitude exchanged; for sites also in another state than they say. What is odd is noted, and used as it stands. Immutable and
 * safe for several threads.
 */
public final class PlaceCheck {
    private static final int BLOCK = 4096;

    /** Records listed one by one of a layer; the note about the layer counts all. */
    private static final int MAX_LISTED = 100;

    /** Beyond so many records, only the box around the jurisdictions is looked at, except where records are sites. */
    private static final int MAX_EXACT = 250_000;

    private final String boundaryLayer;
    private final AreaIndex areas;
    private final @Nullable String[] states;

    /** @param boundaries the layer that tells jurisdictions */
    public PlaceCheck(FeatureLayer boundaries) {
        boundaryLayer = boundaries.id();
        areas = boundaries.areas(record -> true);
        states = boundaries.texts("stateCode");
    }

    /** The layer with what is odd about the places of its records added to its issues. */
    public LoadedLayer check(LayerDescriptor descriptor, LoadedLayer loaded) {
        boolean hasOwnPlaces = descriptor.geometry().place() == GeometrySpec.Place.OWN
                || descriptor.geometry().place() == GeometrySpec.Place.COLUMNS;
        if (!hasOwnPlaces
                || areas.size() == 0
                || descriptor.id().equals(boundaryLayer)
                || descriptor.kind().equals(LayerKind.BOUNDARY)
                || !(loaded.layer() instanceof DefaultFeatureLayer layer)) {
            return loaded;
        }
        Found found = new Found(descriptor, layer);
        found.search();
        if (found.issues.isEmpty()) {
            return loaded;
        }
        List<DataIssue> issues = new ArrayList<>(loaded.issues());
        issues.addAll(found.issues);
        return new LoadedLayer(loaded.layer(), loaded.counts(), issues);
    }

    private final class Found {
        private final LayerDescriptor descriptor;
        private final DefaultFeatureLayer layer;
        private final boolean areSites;
        private final boolean isExact;
        private final Envelope box = areas.extent();
        private final double[] longitudes = new double[BLOCK];
        private final double[] latitudes = new double[BLOCK];
        private final @Nullable String[] ownStates = new @Nullable String[BLOCK];
        private final List<DataIssue> issues = new ArrayList<>();
        private int located;
        private int outside;

        Found(LayerDescriptor descriptor, DefaultFeatureLayer layer) {
            this.descriptor = descriptor;
            this.layer = layer;
            this.areSites = layer.kind().siteIdField().isPresent();
            this.isExact = areSites || layer.size() <= MAX_EXACT;
        }

        @SuppressWarnings("NullAway") // does not see the null mark of an array's elements in a class file
        void search() {
            boolean hasState = areSites && layer.hasField("stateCode");
            for (int first = 0; first < layer.size(); first += BLOCK) {
                int count = Math.min(BLOCK, layer.size() - first);
                layer.readLongitudes(first, count, longitudes);
                layer.readLatitudes(first, count, latitudes);
                if (hasState) {
                    layer.read("stateCode", first, count, ownStates);
                }
                for (int i = 0; i < count; i++) {
                    // An area may reach into a jurisdiction though its inner point lies in none.
                    if (!Double.isNaN(longitudes[i]) && (areSites || !layer.isArea(first + i))) {
                        look(first + i, longitudes[i], latitudes[i], ownStates[i]);
                    }
                }
            }
            if (outside > 0) {
                String all =
                        outside == located ? "; look at its reference system and at the order of its coordinates" : "";
                issues.add(
                        0,
                        issue(
                                0,
                                "",
                                "",
                                "",
                                outside + " of " + located
                                        + " records lie outside of every boundary of the project (layer "
                                        + boundaryLayer + ")" + all,
                                Double.NaN,
                                Double.NaN));
            }
        }

        private void look(int record, double longitude, double latitude, @Nullable String ownState) {
            located++;
            boolean isInBox = box.contains(longitude, latitude);
            int area = isInBox && isExact ? areas.first(longitude, latitude) : -1;
            if (area < 0 && !(isInBox && !isExact)) {
                outside++;
                if (issues.size() < MAX_LISTED) {
                    tellOutside(record, longitude, latitude);
                }
            } else if (area >= 0 && ownState != null && issues.size() < MAX_LISTED) {
                tellState(record, longitude, latitude, ownState, area);
            }
        }

        private void tellOutside(int record, double longitude, double latitude) {
            String why = slip(longitude, latitude);
            if (why != null || areSites) {
                String reason =
                        "the place lies outside of every boundary of the project" + (why == null ? "" : "; " + why);
                issues.add(
                        issue(layer.recordNumber(record), layer.recordId(record), "", "", reason, longitude, latitude));
            }
        }

        private void tellState(int record, double longitude, double latitude, String own, int area) {
            String state = states[area];
            if (state != null
                    && !state.strip().equalsIgnoreCase(own.strip())
                    && own.strip().length() == state.strip().length()) {
                String reason = "the record says " + own.strip().toUpperCase(Locale.ROOT) + ", but its place lies in "
                        + state.strip();
                issues.add(issue(
                        layer.recordNumber(record),
                        layer.recordId(record),
                        "stateCode",
                        own,
                        reason,
                        longitude,
                        latitude));
            }
        }

        private DataIssue issue(
                long number, String id, String field, String value, String reason, double longitude, double latitude) {
            return new DataIssue(
                    DataIssue.Effect.NOTED,
                    descriptor.id(),
                    descriptor.source().file(),
                    number,
                    id,
                    field,
                    value,
                    reason,
                    longitude,
                    latitude);
        }
    }

    /** What may have happened to a place that lies in a jurisdiction once it is mended; null when nothing does that. */
    private @Nullable String slip(double longitude, double latitude) {
        if (longitude == 0 && latitude == 0) {
            return null;
        }
        if (areas.first(-longitude, latitude) >= 0) {
            return "the sign of the longitude seems to be wrong";
        }
        if (areas.first(longitude, -latitude) >= 0) {
            return "the sign of the latitude seems to be wrong";
        }
        if (areas.first(latitude, longitude) >= 0) {
            return "latitude and longitude seem to be exchanged";
        }
        if (areas.first(-latitude, longitude) >= 0 || areas.first(latitude, -longitude) >= 0) {
            return "latitude and longitude seem to be exchanged, and a sign to be wrong";
        }
        return areas.first(-longitude, -latitude) >= 0 ? "both signs seem to be wrong" : null;
    }
}
