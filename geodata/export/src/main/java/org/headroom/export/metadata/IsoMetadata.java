package org.headroom.export.metadata;

import java.util.Locale;
import java.util.stream.Collectors;
import org.headroom.export.About;
import org.headroom.export.About.LayerNote;
import org.headroom.export.Extent;
import org.headroom.export.style.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a ranking by ISO 19115:2003 in the XML of ISO/TS 19139:2007, which QGIS, ArcGIS and GeoNetwork read. Holds no day but the
 * evaluation date, so the same run gives the same bytes.
 *
 * @param about the run
 * @param extent box round all sites; null for none
 * @param rows number of sites
 * @param file name of the file that is described
 * @param format what it is, for people
 */
public record IsoMetadata(About about, @Nullable Extent extent, long rows, String file, String format) {
    private static final String CODES = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#";

    /** The document. */
    public String xml() {
        XmlText xml = new XmlText("");
        xml.start(
                "gmd:MD_Metadata",
                "xmlns:gmd",
                "http://www.isotc211.org/2005/gmd",
                "xmlns:gco",
                "http://www.isotc211.org/2005/gco",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.isotc211.org/2005/gmd http://www.isotc211.org/2005/gmd/gmd.xsd");
        text(xml, "gmd:fileIdentifier", "headroom-" + about.project() + "-" + about.run() + "-" + file);
        text(xml, "gmd:language", "eng");
        code(xml, "gmd:characterSet", "MD_CharacterSetCode", "utf8");
        code(xml, "gmd:hierarchyLevel", "MD_ScopeCode", "dataset");
        party(xml, "gmd:contact", "pointOfContact");
        day(xml, "gmd:dateStamp");
        text(xml, "gmd:metadataStandardName", "ISO 19115:2003/19139");
        text(xml, "gmd:metadataStandardVersion", "1.0");
        xml.start("gmd:referenceSystemInfo").start("gmd:MD_ReferenceSystem").start("gmd:referenceSystemIdentifier");
        xml.start("gmd:RS_Identifier");
        text(xml, "gmd:code", "4326");
        text(xml, "gmd:codeSpace", "EPSG");
        xml.end(4);
        identification(xml);
        xml.start("gmd:distributionInfo").start("gmd:MD_Distribution").start("gmd:distributionFormat");
        xml.start("gmd:MD_Format");
        text(xml, "gmd:name", format);
        text(xml, "gmd:version", "unknown");
        xml.end(4);
        lineage(xml);
        return xml.end().document();
    }

    private void identification(XmlText xml) {
        xml.start("gmd:identificationInfo").start("gmd:MD_DataIdentification");
        xml.start("gmd:citation").start("gmd:CI_Citation");
        text(xml, "gmd:title", about.heading());
        xml.start("gmd:date").start("gmd:CI_Date");
        day(xml, "gmd:date");
        code(xml, "gmd:dateType", "CI_DateTypeCode", "creation");
        xml.end(2);
        text(xml, "gmd:edition", about.run());
        xml.end(2);
        text(xml, "gmd:abstract", summary());
        text(
                xml,
                "gmd:purpose",
                "Ranks places for a large load by how soon, cheaply and lawfully they can be connected to the grid.");
        xml.start("gmd:descriptiveKeywords").start("gmd:MD_Keywords");
        for (String word : new String[] {"electric grid", "site selection", about.sector(), about.policy()}) {
            if (!word.isBlank()) {
                text(xml, "gmd:keyword", word);
            }
        }
        xml.end(2);
        xml.start("gmd:resourceConstraints").start("gmd:MD_LegalConstraints");
        code(xml, "gmd:useConstraints", "MD_RestrictionCode", "otherRestrictions");
        text(xml, "gmd:otherConstraints", licences());
        xml.end(2);
        code(xml, "gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector");
        text(xml, "gmd:language", "eng");
        code(xml, "gmd:characterSet", "MD_CharacterSetCode", "utf8");
        xml.start("gmd:topicCategory")
                .text("gmd:MD_TopicCategoryCode", "utilitiesCommunication")
                .end();
        if (extent != null) {
            xml.start("gmd:extent").start("gmd:EX_Extent").start("gmd:geographicElement");
            xml.start("gmd:EX_GeographicBoundingBox");
            decimal(xml, "gmd:westBoundLongitude", extent.minX());
            decimal(xml, "gmd:eastBoundLongitude", extent.maxX());
            decimal(xml, "gmd:southBoundLatitude", extent.minY());
            decimal(xml, "gmd:northBoundLatitude", extent.maxY());
            xml.end(4);
        }
        xml.end(2);
    }

    /** What the file is, in sentences. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append(rows).append(" sites ranked on ").append(about.date());
        if (!Double.isNaN(about.requestedLoadMw())) {
            text.append(String.format(Locale.ROOT, " for %s MW", number(about.requestedLoadMw())));
        }
        if (!about.sector().isBlank()) {
            text.append(" of ").append(about.sector());
        }
        if (!about.policy().isBlank()) {
            text.append(" by the policy ").append(about.policy());
        }
        if (!about.policyDigest().isBlank()) {
            text.append(" (SHA-256 ").append(about.policyDigest()).append(')');
        }
        if (!about.run().isBlank()) {
            text.append("; run ").append(about.run());
        }
        return text.append(
                        ". Ranks count from 1, excluded sites stand behind the others with the reason in exclusion and why. A figure that ends in _lo or"
                                + " _hi is an end of an interval. In the shapefile -9999 stands for a number that is not known, never 0.")
                .toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private String licences() {
        String told = about.layers().stream()
                .filter(layer -> !layer.licence().isBlank())
                .map(layer -> layer.layer() + ": " + layer.licence())
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "Licences of the layers are not told." : "Licences of the layers: " + told;
    }

    private void lineage(XmlText xml) {
        xml.start("gmd:dataQualityInfo").start("gmd:DQ_DataQuality");
        xml.start("gmd:scope").start("gmd:DQ_Scope");
        code(xml, "gmd:level", "MD_ScopeCode", "dataset");
        xml.end(2);
        xml.start("gmd:lineage").start("gmd:LI_Lineage");
        text(
                xml,
                "gmd:statement",
                "Measured over " + about.layers().size()
                        + " layers and scored by rules; the folder of the run has what every score is derived from.");
        for (LayerNote layer : about.layers()) {
            source(xml, layer);
        }
        xml.end(4);
    }

    private static void source(XmlText xml, LayerNote layer) {
        xml.start("gmd:source").start("gmd:LI_Source");
        String title = layer.title().isBlank() ? layer.layer() : layer.title();
        text(
                xml,
                "gmd:description",
                layer.layer() + " (" + layer.kind() + "): " + title + "; published by "
                        + (layer.publisher().isBlank() ? "nobody that is told" : layer.publisher())
                        + (layer.reference().isBlank() ? "" : "; " + layer.reference())
                        + "; licence: " + (layer.licence().isBlank() ? "not told" : layer.licence())
                        + "; as of " + (layer.asOf().isBlank() ? "a day that is not told" : layer.asOf()) + "; "
                        + layer.records() + " records, " + layer.use());
        xml.start("gmd:sourceCitation").start("gmd:CI_Citation");
        text(xml, "gmd:title", title);
        xml.start("gmd:date");
        if (layer.asOf().isBlank()) {
            xml.end();
        } else {
            xml.start("gmd:CI_Date")
                    .start("gmd:date")
                    .text("gco:Date", layer.asOf())
                    .end();
            code(xml, "gmd:dateType", "CI_DateTypeCode", "revision");
            xml.end(2);
        }
        xml.end(4);
    }

    private static void party(XmlText xml, String element, String role) {
        xml.start(element).start("gmd:CI_ResponsibleParty");
        text(xml, "gmd:organisationName", "Whoever ran Headroom");
        code(xml, "gmd:role", "CI_RoleCode", role);
        xml.end(2);
    }

    private void day(XmlText xml, String element) {
        xml.start(element).text("gco:Date", about.date().toString()).end();
    }

    private static void text(XmlText xml, String element, String content) {
        xml.start(element).text("gco:CharacterString", content).end();
    }

    private static void decimal(XmlText xml, String element, double value) {
        xml.start(element)
                .text("gco:Decimal", String.format(Locale.ROOT, "%.7f", value))
                .end();
    }

    private static void code(XmlText xml, String element, String list, String value) {
        xml.start(element)
                .text("gmd:" + list, value, "codeList", CODES + list, "codeListValue", value)
                .end();
    }
}
