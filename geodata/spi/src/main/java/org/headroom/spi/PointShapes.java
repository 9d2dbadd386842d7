package org.headroom.spi;

/** Records that are all points. */
record PointShapes(PointIndex points) implements ShapeIndex {
    @Override
    public int size() {
        return points.size();
    }

    @Override
    public void nearest(double[] longitudes, double[] latitudes, int count, int[] records, double[] distancesKm) {
        points.nearest(longitudes, latitudes, count, records, distancesKm);
    }

    @Override
    public void within(double longitude, double latitude, double radiusKm, PointIndex.Visitor visitor) {
        points.within(longitude, latitude, radiusKm, visitor);
    }
}
