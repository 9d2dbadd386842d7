package org.headroom.layers.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headroom.config.Problems;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RecordFormat;
import org.headroom.model.LayerKind;
import org.headroom.model.NearestName;
import org.headroom.spi.GeometryRole;
import org.jspecify.annotations.Nullable;

/** Reads the {@code geometry} part; the schema has been checked before. */
public final class GeometryReader {
    private static final List<String> PLACES = List.of("own", "columns", "point", "join", "none");

    private GeometryReader() {}

    /**
     * The geometry part, with what is wrong in it added to the problems.
     *
     * @param numbers how numbers are written in the whole layer; null for plain ones
     */
    public static GeometrySpec read(
            JsonNode root, LayerFormat format, @Nullable NumberForm numbers, Problems problems) {
        JsonNode node = root.path("geometry");
        List<String> given = new ArrayList<>();
        for (String place : PLACES) {
            if (node.has(place)) {
                given.add(place);
            }
        }
        if (given.size() > 1) {
            problems.add(
                    "/geometry",
                    "only one of own, columns, point, join and none may be given, but found "
                            + String.join(", ", given));
        }
        String place = given.isEmpty() ? "own" : given.get(0);
        if (place.equals("own") && format instanceof RecordFormat records && !records.hasGeometry()) {
            problems.add(
                    "/geometry",
                    format.id()
                            + " holds no geometry; give geometry.columns, geometry.point, geometry.join or"
                            + " geometry.none");
        }
        if (format instanceof RasterFormat && !place.equals("own")) {
            problems.add("/geometry", "a " + format.id() + " has its own geometry; remove \"" + place + "\"");
        }
        Map<String, String> on = new LinkedHashMap<>();
        node.path("join")
                .path("on")
                .properties()
                .forEach(e -> on.put(e.getKey(), e.getValue().asText()));
        List<String> boundaryFields =
                LayerKind.BOUNDARY.fields().stream().map(f -> f.name()).toList();
        for (String field : on.keySet()) {
            if (LayerKind.BOUNDARY.findField(field).isEmpty()) {
                problems.add(
                        "/geometry/join/on/" + field,
                        "a boundary layer has no field \"" + field + "\"" + NearestName.hint(field, boundaryFields));
            }
        }
        if (place.equals("join") && node.path("role").asText().equals("node")) {
            problems.add("/geometry/role", "what a join gives is an area; a node has a geometry of its own");
        }
        return new GeometrySpec(
                GeometrySpec.Place.valueOf(place.toUpperCase(Locale.ROOT)),
                node.path("columns").path("longitude").asText(),
                node.path("columns").path("latitude").asText(),
                node.path("columns").path("form").asText().equals("dms"),
                numbers,
                node.path("point").path("longitude").asDouble(Double.NaN),
                node.path("point").path("latitude").asDouble(Double.NaN),
                node.path("join").path("layer").asText(),
                on,
                KeyNormaliser.ofId(node.path("join").path("normalise").asText("trim-case")),
                node.path("join").path("separator").asText(),
                node.path("required").asBoolean(true) && !place.equals("none"),
                role(node.path("role").asText(), place),
                !node.path("invalid").asText("repair").equals("skip"));
    }

    /** What borrows the area of a jurisdiction says something of it all. */
    private static Optional<GeometryRole> role(String given, String place) {
        if (place.equals("join")) {
            return Optional.of(GeometryRole.AREA);
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(GeometryRole.valueOf(given.toUpperCase(Locale.ROOT)));
    }
}
