package org.headroom.layers.index;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ShapeIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * Whole shapes: points in a tree of their own, lines and outlines cut into pieces, and outlines once more as areas, within which the distance is 0.
 */
public final class NearestShapes implements ShapeIndex {
    private final KdTreePointIndex points;
    private final PieceTree pieces;
    private final GridAreaIndex areas;
    private final int size;

    /**
     * @param points index over the records that are points
     * @param records the other records, ascending
     * @param shapes their shapes in EPSG:4326 by record; areas must be valid
     */
    public NearestShapes(KdTreePointIndex points, int[] records, IntFunction<@Nullable Geometry> shapes) {
        this.points = points;
        this.size = points.size() + records.length;
        Pieces cut = new Pieces();
        List<Geometry> outlines = new ArrayList<>();
        List<Integer> outlined = new ArrayList<>();
        int[] outlineOf = new int[records.length == 0 ? 0 : records[records.length - 1] + 1];
        for (int record : records) {
            Geometry shape = shapes.apply(record);
            if (shape == null) {
                continue;
            }
            cut.add(shape, record);
            if (shape instanceof Polygonal) {
                outlineOf[record] = outlines.size();
                outlines.add(shape);
                outlined.add(record);
            }
        }
        pieces = new PieceTree(cut);
        areas = new GridAreaIndex(
                outlines.toArray(new Geometry[0]),
                outlineOf,
                outlined.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void nearest(double[] longitudes, double[] latitudes, int count, int[] records, double[] distancesKm) {
        points.nearest(longitudes, latitudes, count, records, distancesKm);
        if (pieces.size() == 0) {
            return;
        }
        PieceTree.Search search = pieces.new Search();
        double[] at = new double[3];
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(longitudes[i]) || !Double.isFinite(latitudes[i])) {
                continue;
            }
            int inside = areas.first(longitudes[i], latitudes[i]);
            double km = 0;
            int record = inside;
            if (inside < 0) {
                Wgs84.earthCentred(longitudes[i], latitudes[i], at, 0);
                search.from(at[0], at[1], at[2]);
                record = search.record();
                km = Wgs84.distanceKm(longitudes[i], latitudes[i], at, search.place());
            }
            boolean isNearer = records[i] < 0 || km < distancesKm[i] || km == distancesKm[i] && record < records[i];
            if (isNearer) {
                records[i] = record;
                distancesKm[i] = km;
            }
        }
    }

    @Override
    public void within(double longitude, double latitude, double radiusKm, PointIndex.Visitor visitor) {
        points.within(longitude, latitude, radiusKm, visitor);
        if (pieces.size() == 0 || !Double.isFinite(longitude) || !Double.isFinite(latitude)) {
            return;
        }
        double[] at = new double[3];
        Wgs84.earthCentred(longitude, latitude, at, 0);
        PieceTree.Search search = pieces.new Search();
        // A chord is shorter than its arc, so no piece within the radius is missed.
        TreeMap<Integer, Double> nearest = new TreeMap<>();
        search.within(
                at[0],
                at[1],
                at[2],
                radiusKm,
                piece -> nearest.merge(
                        pieces.record(piece), Wgs84.distanceKm(longitude, latitude, at, search.place()), Math::min));
        areas.covering(longitude, latitude, record -> nearest.put(record, 0.0));
        nearest.forEach((record, km) -> {
            if (km <= radiusKm) {
                visitor.visit(record, km);
            }
        });
    }
}
