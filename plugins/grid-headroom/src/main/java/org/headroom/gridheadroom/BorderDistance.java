package org.headroom.gridheadroom;

import java.util.ArrayList;
import java.util.List;
import org.headroom.spi.ShapeIndex;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The least distance from the border of an area to the nodes of several indexes, within 10 m. What is nearer to a piece of the border than to its ends lies
 * outside the circles round these that reach to their nearest nodes, so not below where the circles meet (as on the plane, and all the more on the
 * ellipsoid: Toponogov's comparison; Cheeger and Ebin, Comparison Theorems in Riemannian Geometry, 1975). A piece on which no node could be
 * nearer than the nearest found is dropped, and the others are halved until there is none. Scratch of one thread.
 */
final class BorderDistance {
    private static final double TOLERANCE_KM = 0.01;
    /** Smaller than any radius of WGS 84, km. */
    private static final double EARTH_KM = 6_335;

    private final List<SubstationLayer> layers;
    private final List<ShapeIndex> indexes;

    /** A piece of the border, with the distances at its ends. */
    private record Piece(Coordinate from, double fromKm, Coordinate to, double toKm) {
        /** Nothing is nearer to the piece, km. */
        double leastKm() {
            double lengthKm = SiteArea.atMostKm(from.x, from.y, to.x, to.y);
            double byWay = (fromKm + toKm - lengthKm) / 2;
            double foot = (fromKm * fromKm - toKm * toKm + lengthKm * lengthKm) / (2 * lengthKm);
            boolean isBetween = foot > 0 && foot < lengthKm;
            double height = isBetween ? Math.sqrt(Math.max(0, fromKm * fromKm - foot * foot)) : Math.min(fromKm, toKm);
            return Math.max(byWay, height - bendKm(lengthKm));
        }

        /** More than a piece, which is straight in degrees, departs from the shortest way between its ends: twice what a parallel does. */
        private double bendKm(double lengthKm) {
            double latitude = Math.min(89.9, Math.max(Math.abs(from.y), Math.abs(to.y)));
            return lengthKm * lengthKm * StrictMath.tan(StrictMath.toRadians(latitude)) / (4 * EARTH_KM);
        }
    }

    /** @param indexes one for each layer */
    BorderDistance(List<SubstationLayer> layers, List<ShapeIndex> indexes) {
        this.layers = layers;
        this.indexes = indexes;
    }

    /** Offers the node that is nearest to the border, worth the same as any other. */
    void find(Geometry area, Node nearest) {
        List<Piece> open = new ArrayList<>();
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Geometry border = area.getGeometryN(part).getBoundary();
            for (int ring = 0; ring < border.getNumGeometries(); ring++) {
                add(border.getGeometryN(ring).getCoordinates(), open, nearest);
            }
        }
        keep(open, nearest);
        while (!open.isEmpty()) {
            List<Piece> halves = new ArrayList<>(2 * open.size());
            Coordinate[] middles = open.stream()
                    .map(piece ->
                            new Coordinate((piece.from().x + piece.to().x) / 2, (piece.from().y + piece.to().y) / 2))
                    .toArray(Coordinate[]::new);
            double[] km = distancesKm(middles, nearest);
            for (int i = 0; i < middles.length; i++) {
                Piece piece = open.get(i);
                halves.add(new Piece(piece.from(), piece.fromKm(), middles[i], km[i]));
                halves.add(new Piece(middles[i], km[i], piece.to(), piece.toKm()));
            }
            open = halves;
            keep(open, nearest);
        }
    }

    private void add(Coordinate[] corners, List<Piece> pieces, Node nearest) {
        double[] km = distancesKm(corners, nearest);
        for (int i = 1; i < corners.length; i++) {
            pieces.add(new Piece(corners[i - 1], km[i - 1], corners[i], km[i]));
        }
    }

    private static void keep(List<Piece> pieces, Node nearest) {
        // Without any node every distance is infinite, and no piece is kept.
        double belowKm = nearest.distanceKm() - TOLERANCE_KM;
        pieces.removeIf(piece -> !(piece.leastKm() < belowKm));
    }

    private double[] distancesKm(Coordinate[] places, Node nearest) {
        double[] longitudes = new double[places.length];
        double[] latitudes = new double[places.length];
        double[] least = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            longitudes[i] = places[i].x;
            latitudes[i] = places[i].y;
            least[i] = Double.POSITIVE_INFINITY;
        }
        int[] records = new int[places.length];
        double[] km = new double[places.length];
        for (int layer = 0; layer < layers.size(); layer++) {
            indexes.get(layer).nearest(longitudes, latitudes, places.length, records, km);
            for (int i = 0; i < places.length; i++) {
                if (records[i] >= 0) {
                    least[i] = Math.min(least[i], km[i]);
                    nearest.offer(layers.get(layer), layer, records[i], 0, km[i]);
                }
            }
        }
        return least;
    }
}
