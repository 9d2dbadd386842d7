package org.headroom.layers.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Brings well-known text of either kind (OGC 01-009 and ISO 19162, as GDAL, PROJ and ESRI write them) to the first kind as GeoTools reads it:
 * the system on the ground without heights, with x or the longitude first.
 */
final class Wkt1 {
    private static final double DEGREE = 0.017453292519943295;
    /** The meridian of Paris in grads, as the definition of NTF gives it. */
    private static final double PARIS_GRADS = 2.5969213;

    private static final Set<String> GEOGRAPHIC =
            Set.of("GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS", "GEODETICCRS", "BASEGEOGCRS", "BASEGEODCRS");
    private static final Set<String> PROJECTED = Set.of("PROJCS", "PROJCRS", "PROJECTEDCRS", "BASEPROJCRS");
    private static final Set<String> LEFT_OUT = Set.of("EXTENSION", "METADATA", "AXIS", "LINUNIT");

    private Wkt1() {}

    /** The horizontal system in a text that may say more; empty when there is none. */
    static Optional<WktNode> horizontal(WktNode node) {
        if (GEOGRAPHIC.contains(node.word()) || PROJECTED.contains(node.word())) {
            return Optional.of(node);
        }
        return switch (node.word()) {
            case "COMPD_CS", "COMPOUNDCRS", "SOURCECRS" ->
                node.nodes().stream().flatMap(n -> horizontal(n).stream()).findFirst();
            case "BOUNDCRS" -> node.find("SOURCECRS").flatMap(Wkt1::horizontal).map(source -> withShift(source, node));
            default -> Optional.empty();
        };
    }

    /** Whether a node is of the second kind. */
    static boolean isSecondKind(WktNode node) {
        return !node.word().equals("GEOGCS") && !node.word().equals("PROJCS");
    }

    /** The code that a horizontal system gives for itself. */
    static Optional<CrsCode> code(WktNode node) {
        return node.find("ID", "AUTHORITY").map(id -> CrsCode.parse(id.value(0) + ":" + id.value(1)));
    }

    /** A horizontal system in the first kind. */
    static WktNode write(WktNode node) {
        if (!isSecondKind(node)) {
            return plain(node);
        }
        return GEOGRAPHIC.contains(node.word()) ? geographic(node) : projected(node);
    }

    private static WktNode plain(WktNode node) {
        List<WktNode> kept = new ArrayList<>();
        for (WktNode inner : node.nodes()) {
            if (inner.word().equals("PRIMEM")) {
                kept.add(inUnitOf(node, inner));
            } else if (!LEFT_OUT.contains(inner.word())) {
                kept.add(plain(inner));
            }
        }
        return isPolar(node) ? polar(node, kept) : new WktNode(node.word(), node.values(), kept);
    }

    /** GDAL and ESRI give the prime meridian in degrees whatever the unit of the system is. */
    private static WktNode inUnitOf(WktNode system, WktNode meridian) {
        double angle = unit(system, DEGREE, "UNIT");
        double east = meridian.number(1);
        boolean isInUnit = isSame(angle, DEGREE) || Math.abs(east - PARIS_GRADS) < 1e-5;
        return isInUnit ? meridian(meridian.value(0), east) : meridian(meridian.value(0), east * DEGREE / angle);
    }

    /** Whether it is a polar stereographic one whose latitude of origin is that of true scale, as GDAL writes variant B. */
    private static boolean isPolar(WktNode node) {
        return node.find("PROJECTION")
                        .filter(p -> p.value(0).equalsIgnoreCase("Polar_Stereographic"))
                        .isPresent()
                && node.nodes().stream().anyMatch(Wkt1::isLatitudeOffThePole);
    }

    private static boolean isLatitudeOffThePole(WktNode node) {
        return node.value(0).equalsIgnoreCase("latitude_of_origin") && Math.abs(node.number(1)) != 90;
    }

    private static WktNode polar(WktNode node, List<WktNode> nodes) {
        List<WktNode> kept = new ArrayList<>();
        for (WktNode inner : nodes) {
            String name = inner.value(0).toLowerCase(Locale.ROOT);
            if (inner.word().equals("PROJECTION")) {
                kept.add(named("PROJECTION", "Polar Stereographic (variant B)"));
            } else if (name.equals("latitude_of_origin")) {
                kept.add(parameter("Latitude of standard parallel", inner.number(1)));
            } else if (name.equals("central_meridian")) {
                kept.add(parameter("Longitude of origin", inner.number(1)));
            } else if (!name.equals("scale_factor")) {
                kept.add(inner);
            }
        }
        return new WktNode(node.word(), node.values(), kept);
    }

    private static WktNode geographic(WktNode node) {
        WktNode datum = node.find("DATUM", "TRF", "GEODETICDATUM", "ENSEMBLE").orElse(named("DATUM", ""));
        WktNode ellipsoid = datum.find("ELLIPSOID", "SPHEROID").orElse(named("ELLIPSOID", ""));
        double metres = unit(ellipsoid, 1, "LENGTHUNIT", "UNIT");
        List<WktNode> inDatum = new ArrayList<>();
        inDatum.add(new WktNode(
                "SPHEROID",
                List.of(ellipsoid.values().get(0), number(ellipsoid.number(1) * metres), number(ellipsoid.number(2))),
                List.of()));
        datum.find("TOWGS84").ifPresent(inDatum::add);
        datum.find("ID").ifPresent(id -> inDatum.add(authority(id)));
        double angle = unit(node, axisUnit(node, DEGREE), "ANGLEUNIT", "UNIT");
        WktNode meridian = node.find("PRIMEM", "PRIMEMERIDIAN").orElse(meridian("Greenwich", 0));
        double east = meridian.number(1) * unit(meridian, angle, "ANGLEUNIT", "UNIT") / angle;
        return new WktNode(
                "GEOGCS",
                List.of(node.values().get(0)),
                List.of(
                        new WktNode("DATUM", List.of(datum.values().get(0)), inDatum),
                        meridian(meridian.value(0), Math.abs(east) < 1e-12 ? 0 : east),
                        new WktNode("UNIT", List.of("\"degree\"", number(angle)), List.of())));
    }

    private static WktNode projected(WktNode node) {
        WktNode base = node.find("BASEGEOGCRS", "BASEGEODCRS").orElseThrow(IllegalArgumentException::new);
        WktNode conversion = node.find("CONVERSION").orElseThrow(IllegalArgumentException::new);
        double angle = unit(base, DEGREE, "ANGLEUNIT", "UNIT");
        double length = unit(node, axisUnit(node, 1), "LENGTHUNIT", "UNIT");
        List<WktNode> nodes = new ArrayList<>();
        nodes.add(geographic(base));
        String method = conversion
                .find("METHOD", "PROJECTION")
                .orElseThrow(IllegalArgumentException::new)
                .values()
                .get(0);
        nodes.add(new WktNode("PROJECTION", List.of(method), List.of()));
        for (WktNode parameter : conversion.nodes()) {
            if (parameter.word().equals("PARAMETER")) {
                nodes.add(parameter(parameter, angle, length));
            }
        }
        nodes.add(new WktNode("UNIT", List.of("\"unit\"", number(length)), List.of()));
        return new WktNode("PROJCS", List.of(node.values().get(0)), nodes);
    }

    /** A parameter in the units of the system, as the first kind wants it. */
    private static WktNode parameter(WktNode parameter, double angle, double length) {
        double value = parameter.number(1);
        if (parameter.find("ANGLEUNIT").isPresent()) {
            value *= ratio(unit(parameter, angle, "ANGLEUNIT"), angle);
        } else if (parameter.find("LENGTHUNIT").isPresent()) {
            value *= ratio(unit(parameter, length, "LENGTHUNIT"), length);
        }
        return parameter(parameter.value(0), value);
    }

    private static WktNode parameter(String name, double value) {
        return new WktNode("PARAMETER", List.of("\"" + name + "\"", number(value)), List.of());
    }

    /** Exactly 1 where units differ by their last digits only: 90 degrees must stay 90. */
    private static double ratio(double unit, double other) {
        return isSame(unit, other) ? 1 : unit / other;
    }

    private static boolean isSame(double unit, double other) {
        return Math.abs(unit / other - 1) < 1e-9;
    }

    private static double axisUnit(WktNode node, double otherwise) {
        return node.find("AXIS")
                .map(a -> unit(a, otherwise, "LENGTHUNIT", "ANGLEUNIT", "UNIT"))
                .orElse(otherwise);
    }

    private static double unit(WktNode node, double otherwise, String... words) {
        double factor = node.find(words).map(n -> n.number(1)).orElse(Double.NaN);
        return Double.isNaN(factor) ? otherwise : factor;
    }

    /** The shift that a bound system adds to its source. */
    private static WktNode withShift(WktNode source, WktNode bound) {
        Optional<WktNode> way = bound.find("ABRIDGEDTRANSFORMATION");
        if (way.isEmpty()) {
            return source;
        }
        double[] values = new double[7];
        int count = 0;
        for (WktNode node : way.get().nodes()) {
            if (node.word().equals("PARAMETER") && count < values.length) {
                values[count++] = node.number(1);
            }
        }
        if (count != 3 && count != values.length) {
            return source;
        }
        String method = way.get().find("METHOD").map(m -> m.value(0)).orElse("");
        boolean isCoordinateFrame = method.toLowerCase(Locale.ROOT).contains("frame");
        List<String> shift = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean isRotation = i >= 3 && i < 6;
            double value = i == 6 && count == 7 ? (values[i] - 1) * 1e6 : values[i];
            shift.add(number(isRotation && isCoordinateFrame ? -value : value));
        }
        return inDatum(source, new WktNode("TOWGS84", shift, List.of()));
    }

    private static WktNode inDatum(WktNode node, WktNode added) {
        List<WktNode> nodes = new ArrayList<>();
        for (WktNode inner : node.nodes()) {
            boolean isOnTheWay = GEOGRAPHIC.contains(inner.word());
            nodes.add(isOnTheWay ? inDatum(inner, added) : inner);
            if (inner.word().equals("DATUM") || inner.word().equals("ENSEMBLE")) {
                List<WktNode> more = new ArrayList<>(inner.nodes());
                more.add(added);
                nodes.set(nodes.size() - 1, new WktNode(inner.word(), inner.values(), more));
            }
        }
        return new WktNode(node.word(), node.values(), nodes);
    }

    private static WktNode authority(WktNode id) {
        return new WktNode("AUTHORITY", List.of("\"" + id.value(0) + "\"", "\"" + id.value(1) + "\""), List.of());
    }

    private static WktNode meridian(String name, double degrees) {
        return new WktNode("PRIMEM", List.of("\"" + name + "\"", number(degrees)), List.of());
    }

    private static WktNode named(String word, String name) {
        return new WktNode(word, List.of("\"" + name + "\""), List.of());
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
