package org.headroom.layers.index;

import java.util.Arrays;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Valid areas of many shapes: stars, boxes on whole numbers that touch others, holes, several parts, slivers, the whole world. */
final class RandomAreas {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private RandomAreas() {}

    static Geometry[] some(Random random) {
        Geometry[] areas = new Geometry[1 + random.nextInt(12)];
        Arrays.setAll(areas, i -> one(random));
        return areas;
    }

    static Geometry one(Random random) {
        Geometry area =
                switch (random.nextInt(8)) {
                    case 0 -> box(random.nextInt(9), random.nextInt(9), 1 + random.nextInt(4), 1 + random.nextInt(4));
                    case 1 -> star(random).difference(box(random.nextInt(9), random.nextInt(9), 1, 1));
                    case 2 -> star(random).union(star(random));
                    case 3 -> box(random.nextInt(9), random.nextInt(9), 3, 3).difference(star(random));
                    case 4 -> box(random.nextDouble() * 9, random.nextDouble() * 9, 1e-9, 5);
                    case 5 -> random.nextInt(4) == 0 ? box(-180, -90, 360, 180) : star(random);
                    case 6 -> box(1, 1, 8, 8).difference(box(2, 2, 3, 3)).difference(box(6, 5, 1, 2));
                    default -> star(random);
                };
        return !area.isEmpty() && area.getDimension() == 2 && area.isValid() ? area : box(3, 4, 2, 2);
    }

    private static Geometry box(double x, double y, double width, double height) {
        return polygon(
                new Coordinate(x, y),
                new Coordinate(x + width, y),
                new Coordinate(x + width, y + height),
                new Coordinate(x, y + height),
                new Coordinate(x, y));
    }

    private static Geometry star(Random random) {
        double x = random.nextDouble() * 10;
        double y = random.nextDouble() * 10;
        int corners = 3 + random.nextInt(60);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = 0.2 + random.nextDouble() * 4;
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return polygon(ring);
    }

    private static Geometry polygon(Coordinate... ring) {
        return FACTORY.createPolygon(ring);
    }

    /** A vertex, a place on or beside an edge, the middle of an edge, or a place anywhere. */
    static Coordinate place(Random random, Geometry area) {
        Coordinate[] vertices = area.getCoordinates();
        int i = random.nextInt(vertices.length - 1);
        Coordinate a = vertices[i];
        Coordinate b = vertices[i + 1];
        double share = random.nextInt(3) == 0 ? 0.5 : random.nextDouble();
        return switch (random.nextInt(6)) {
            case 0 -> a.copy();
            case 1 -> new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
            case 2 -> new Coordinate(Math.nextUp(a.x), a.y);
            case 3 -> new Coordinate(a.x, b.y);
            case 4 -> new Coordinate(random.nextInt(41) / 4.0, random.nextInt(41) / 4.0);
            default -> new Coordinate(random.nextDouble() * 12 - 1, random.nextDouble() * 12 - 1);
        };
    }
}
