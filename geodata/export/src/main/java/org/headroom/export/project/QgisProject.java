package org.headroom.export.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headroom.export.About;
import org.headroom.export.Extent;
import org.headroom.export.Fsync;
import org.headroom.export.style.MapStyle;
import org.headroom.export.style.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * A QGIS project (.qgz) over the layers of one file beside it. The file is named by a relative path, so the folder may be moved. The map is
 * in EPSG:3857, the layers in EPSG:4326.
 *
 * @param about what the project says of the run
 * @param file name of the file with the layers, in the same folder
 */
public record QgisProject(About about, String file) {
    /** Entries are stored, not packed, and have this time, so that the bytes are the same on every machine and JDK. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final double EARTH_RADIUS_M = 6_378_137;
    /** Where Web Mercator ends. */
    private static final double MAX_LATITUDE = 85;

    /**
     * A layer of the project.
     *
     * @param name its name in the file
     * @param geometry Point or Polygon; empty for a table without geometry
     * @param style how it looks; null for a table without geometry
     * @param isVisible whether it is shown when the project is opened
     */
    public record Layer(
            String name, String geometry, @Nullable MapStyle style, boolean isVisible) {}

    /**
     * Writes and syncs the project; what is there is replaced.
     *
     * @param layers the uppermost first
     * @param extent what the map shows; null for the whole earth
     */
    public void write(List<Layer> layers, @Nullable Extent extent, Path to) throws IOException {
        byte[] project = xml(layers, extent).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            CRC32 sum = new CRC32();
            sum.update(project);
            ZipEntry entry = new ZipEntry(String.valueOf(to.getFileName()).replaceFirst("\\.qgz$", "") + ".qgs");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(project.length);
            entry.setCrc(sum.getValue());
            entry.setTimeLocal(ENTRY_TIME);
            zip.putNextEntry(entry);
            zip.write(project);
            zip.closeEntry();
        }
        Files.write(to, bytes.toByteArray());
        Fsync.file(to);
    }

    private String xml(List<Layer> layers, @Nullable Extent extent) {
        XmlText xml = new XmlText("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
        xml.start("qgis", "projectname", about.heading(), "version", "3.22.0");
        xml.empty("homePath", "path", "");
        xml.text("title", about.heading());
        crs(xml, "projectCrs", Crs.OF_MAP);
        xml.start("layer-tree-group");
        for (Layer layer : layers) {
            xml.empty(
                    "layer-tree-layer",
                    "id",
                    id(layer),
                    "name",
                    layer.name(),
                    "source",
                    source(layer),
                    "providerKey",
                    "ogr",
                    "checked",
                    layer.isVisible() ? "Qt::Checked" : "Qt::Unchecked",
                    "expanded",
                    layer.isVisible() ? "1" : "0");
        }
        xml.end();
        view(xml, extent == null ? new Extent(-180, -MAX_LATITUDE, 180, MAX_LATITUDE) : extent);
        xml.start("projectlayers");
        layers.forEach(layer -> layer(xml, layer));
        xml.end();
        xml.start("properties");
        xml.start("SpatialRefSys")
                .text("ProjectionsEnabled", "1", "type", "int")
                .end();
        xml.start("Paths").text("Absolute", "false", "type", "bool").end(2);
        return xml.end().document();
    }

    private String source(Layer layer) {
        return "./" + file + "|layername=" + layer.name();
    }

    /** QGIS gives a layer another id when its own has no more than ten characters, and then finds it nowhere in the tree. */
    private static String id(Layer layer) {
        return "headroom_run_" + layer.name();
    }

    private void layer(XmlText xml, Layer layer) {
        MapStyle style = layer.style();
        String geometry = style == null ? "No geometry" : layer.geometry();
        String wkbType = style == null ? "NoGeometry" : geometry.equals("Polygon") ? "MultiPolygon" : geometry;
        xml.start(
                "maplayer",
                "type",
                "vector",
                "geometry",
                geometry,
                "wkbType",
                wkbType,
                "labelsEnabled",
                style != null && style.isLabelled() ? "1" : "0",
                "hasScaleBasedVisibilityFlag",
                "0",
                "readOnly",
                "0");
        xml.text("id", id(layer));
        xml.text("datasource", source(layer));
        xml.text("layername", layer.name());
        if (style != null) {
            crs(xml, "srs", Crs.OF_LAYERS);
        }
        xml.text("provider", "ogr", "encoding", "UTF-8");
        if (style != null) {
            style.writeQgis(xml);
        }
        xml.end();
    }

    private static void crs(XmlText xml, String element, Crs crs) {
        xml.start(element);
        crs(xml, crs);
        xml.end();
    }

    /** QGIS looks at the identifier only where there is a number of its own beside it. */
    private static void crs(XmlText xml, Crs crs) {
        xml.start("spatialrefsys")
                .text("proj4", crs.proj)
                .text("srsid", crs.number)
                .text("srid", crs.id.substring(crs.id.indexOf(':') + 1))
                .text("authid", crs.id)
                .end();
    }

    /** A reference system as QGIS knows it. */
    private enum Crs {
        OF_LAYERS("EPSG:4326", "3452", "+proj=longlat +datum=WGS84 +no_defs"),
        OF_MAP(
                "EPSG:3857",
                "3857",
                "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs");

        private final String id;
        /** In QGIS's own list. */
        private final String number;

        private final String proj;

        Crs(String id, String number, String proj) {
            this.id = id;
            this.number = number;
            this.proj = proj;
        }
    }

    /** What the map shows first, for the map itself and for "zoom full". */
    private static void view(XmlText xml, Extent extent) {
        String[] corners = {
            "xmin",
            metres(Math.toRadians(extent.minX()) * EARTH_RADIUS_M),
            "ymin",
            metres(northing(extent.minY())),
            "xmax",
            metres(Math.toRadians(extent.maxX()) * EARTH_RADIUS_M),
            "ymax",
            metres(northing(extent.maxY()))
        };
        xml.start("mapcanvas", "name", "theMapCanvas", "annotationsVisible", "1")
                .text("units", "meters");
        xml.start("extent");
        for (int i = 0; i < corners.length; i += 2) {
            xml.text(corners[i], corners[i + 1]);
        }
        xml.end().text("rotation", "0");
        crs(xml, "destinationsrs", Crs.OF_MAP);
        xml.end();
        xml.start("ProjectViewSettings", "UseProjectScales", "0")
                .empty("Scales")
                .start("DefaultViewExtent", corners);
        crs(xml, Crs.OF_MAP);
        xml.end(2);
    }

    /** Metres north on the map (EPSG Guidance Note 7-2, method 1024). */
    private static double northing(double latitude) {
        double held = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
        return EARTH_RADIUS_M * StrictMath.log(StrictMath.tan(Math.PI / 4 + Math.toRadians(held) / 2));
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
