package org.headroom.export.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.headroom.export.About;
import org.headroom.export.About.LayerNote;
import org.headroom.export.ExportColumn;

/** What a GeoPackage says of the run that it comes from: tables {@code run} and {@code layers}, and metadata by ISO 19115. */
final class RunTables {
    private RunTables() {}

    static void write(Connection connection, About about, String metadata) throws SQLException {
        writeRun(connection, about);
        writeLayers(connection, about);
        Table contents = new Table(connection, "gpkg_metadata", "", List.of(), about.date());
        contents.run(
                "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://www.isotc211.org/2005/gmd', 'text/xml', ?)",
                metadata);
        contents.run(
                "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)",
                about.date() + "T00:00:00.000Z");
    }

    private static void writeRun(Connection connection, About about) throws SQLException {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("title", about.title());
        told.put("project", about.project());
        told.put("run", about.run());
        told.put("evaluationDate", about.date().toString());
        told.put("sector", about.sector());
        told.put(
                "requestedLoadMw",
                Double.isNaN(about.requestedLoadMw()) ? "" : Double.toString(about.requestedLoadMw()));
        told.put("policy", about.policy());
        told.put("policyDigest", about.policyDigest());
        List<String> names = List.copyOf(told.keySet());
        List<String> values = List.copyOf(told.values());
        SplitTable.writeAttributes(
                new Table(
                        connection,
                        "run",
                        "",
                        List.of(
                                ExportColumn.text("name", "1", "what is told of the run", names::get),
                                ExportColumn.text("value", "1", "what it is", values::get)),
                        about.date()),
                names.size(),
                "The run that this file comes from");
    }

    private static void writeLayers(Connection connection, About about) throws SQLException {
        List<LayerNote> layers = about.layers();
        SplitTable.writeAttributes(
                new Table(
                        connection,
                        "layers",
                        "",
                        List.of(
                                text(layers, "layer", "id of the layer", LayerNote::layer),
                                text(layers, "title", "title for people", LayerNote::title),
                                text(layers, "kind", "what it is about", LayerNote::kind),
                                text(layers, "publisher", "who published it", LayerNote::publisher),
                                text(layers, "reference", "title, edition or address", LayerNote::reference),
                                text(layers, "licence", "licence or terms", LayerNote::licence),
                                text(layers, "asOf", "day that it describes; empty when not known", LayerNote::asOf),
                                text(layers, "use", "USED, MARKED (old, but used) or WITHHELD", LayerNote::use),
                                ExportColumn.integer("records", "1", "records used", row -> layers.get(row)
                                        .records())),
                        about.date()),
                layers.size(),
                "Layers that the run read");
    }

    private static ExportColumn text(
            List<LayerNote> layers, String name, String description, Function<LayerNote, String> value) {
        return ExportColumn.text(name, "1", description, row -> value.apply(layers.get(row)));
    }
}
