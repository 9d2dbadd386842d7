package org.headroom.cooling;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.climate.JointHours;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.RecordNote;
import org.jspecify.annotations.Nullable;

/** The stations of a layer with one record a station, which holds the hours of its year by dry and wet bulb. */
final class JointStations {
    private static final String HOURS = "hoursByDryAndWetBulb";
    private static final String QUALITY = "stationQuality";

    /** A station that departs from its neighbours or has gaps. */
    private static final String DOUBTFUL = "DOUBTFUL";

    final List<ClimateStation> stations = new ArrayList<>();
    final List<RecordNote> notes = new ArrayList<>();

    JointStations(FeatureLayer layer, int minimumHours) {
        @Nullable String[] texts = layer.texts(HOURS);
        @Nullable String[] qualities = layer.texts(QUALITY);
        double[] elevations = layer.numbers("elevationM");
        double[] pressures = layer.numbers("pressurePa");
        double[] dryBulbs = layer.numbers("dryBulbP99C");
        double[] wetBulbs = layer.numbers("wetBulbP99C");
        double[] means = layer.numbers("meanWetBulbC");
        double[] heating = layer.numbers("heatingDegreeDays");
        double[] cooling = layer.numbers("coolingDegreeDays");
        for (int record = 0; record < layer.size(); record++) {
            String text = texts[record];
            if (text == null || !layer.isLocated(record)) {
                continue;
            }
            String quality = qualities[record];
            if (quality != null && !quality.equals("GOOD")) {
                String why = quality.equals(DOUBTFUL)
                        ? "the source doubts it"
                        : "what is said of its quality is not understood";
                notes.add(
                        new RecordNote(layer, record, QUALITY, quality, "the station speaks for no place, as " + why));
                continue;
            }
            try {
                JointHours hours = JointHours.parse(text);
                if (hours.total() >= minimumHours) {
                    stations.add(new ClimateStation(
                            layer,
                            record,
                            elevations[record],
                            pressures[record],
                            hours,
                            dryBulbs[record],
                            wetBulbs[record],
                            means[record],
                            heating[record],
                            cooling[record]));
                } else {
                    notes.add(new RecordNote(
                            layer,
                            record,
                            HOURS,
                            hours.total() + " h",
                            "the station speaks for no place, as it has fewer than " + minimumHours + " hours"));
                }
            } catch (IllegalArgumentException e) {
                notes.add(new RecordNote(
                        layer, record, HOURS, "", "the station speaks for no place, as " + e.getMessage()));
            }
        }
    }

    /** Whether the layer has such records at all. */
    static boolean isJoint(FeatureLayer layer) {
        return layer.hasField(HOURS);
    }
}
