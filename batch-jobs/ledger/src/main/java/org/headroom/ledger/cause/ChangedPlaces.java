package org.headroom.ledger.cause;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.headroom.runs.RecordMarks;

/** Where the records lie that differ between two runs, by the step of their layer. Not changed once it was made. */
final class ChangedPlaces {
    /** Above so many in a layer, finding the nearest for each site would take longer than the rest. */
    private static final int MOST = 5_000;

    private static final double KM_PER_DEGREE = 111.2;

    private final Map<Integer, ChangedRecords> byStep;

    ChangedPlaces(Map<Integer, ChangedRecords> byStep) {
        this.byStep = byStep;
    }

    /**
     * A record that differs.
     *
     * @param isAfter whether the number is that in the second run
     * @param record its number
     * @param km about how far it lies from the site
     */
    record Near(boolean isAfter, int record, double km) {}

    /** The step among some whose changed records lie nearest to a place; the first where that cannot be told. */
    int nearestStep(int[] steps, double longitude, double latitude) {
        int best = steps[0];
        double least = Double.POSITIVE_INFINITY;
        for (int step : steps) {
            ChangedRecords changed = byStep.get(step);
            if (changed == null || changed.size() == 0 || changed.size() > MOST) {
                continue;
            }
            List<Near> near = nearest(step, longitude, latitude, 1);
            if (!near.isEmpty() && near.get(0).km < least) {
                least = near.get(0).km;
                best = step;
            }
        }
        return best;
    }

    /** The nearest records that differ, the nearest first. */
    List<Near> nearest(int step, double longitude, double latitude, int most) {
        ChangedRecords changed = byStep.get(step);
        if (changed == null || changed.size() > MOST) {
            return List.of();
        }
        PriorityQueue<Near> found = new PriorityQueue<>((a, b) -> Double.compare(b.km, a.km));
        add(changed.after(), changed.marksAfter(), true, longitude, latitude, most, found);
        BitSet gone = changed.before();
        add(gone, changed.marksBefore(), false, longitude, latitude, most, found);
        return found.stream()
                .sorted((a, b) -> a.km != b.km
                        ? Double.compare(a.km, b.km)
                        : a.isAfter == b.isAfter ? Integer.compare(a.record, b.record) : a.isAfter ? -1 : 1)
                .toList();
    }

    private static void add(
            BitSet records,
            Optional<RecordMarks> marks,
            boolean isAfter,
            double longitude,
            double latitude,
            int most,
            PriorityQueue<Near> found) {
        if (marks.isEmpty()) {
            return;
        }
        float[] longitudes = marks.get().longitudes();
        float[] latitudes = marks.get().latitudes();
        double scale = StrictMath.cos(StrictMath.toRadians(latitude));
        for (int record = records.nextSetBit(0); record >= 0; record = records.nextSetBit(record + 1)) {
            double east = (longitudes[record] - longitude) * scale;
            double north = latitudes[record] - latitude;
            double km = KM_PER_DEGREE * Math.sqrt(east * east + north * north);
            if (Double.isNaN(km) || found.size() == most && !(km < found.element().km)) {
                continue;
            }
            if (found.size() == most) {
                found.poll();
            }
            found.add(new Near(isAfter, record, km));
        }
    }
}
