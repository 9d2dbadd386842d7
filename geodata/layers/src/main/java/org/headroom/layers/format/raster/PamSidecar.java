package org.headroom.layers.format.raster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.SourceException;

/**
 * The file {@code .aux.xml} beside a raster, in which GDAL and what builds on it keep what they did not write into the raster itself (GDAL, Persistent
 * Auxiliary Metadata). Most hold statistics only. What changes the meaning of cells or their places is not read, so it is refused.
 */
final class PamSidecar {
    /** Elements that say what cells mean or where they lie, as a user would call them. */
    private static final Set<String> THAT_COUNT = Set.of("NoDataValue", "Scale", "Offset", "GeoTransform", "GCPList");

    /** What these say where they change nothing. */
    private static final Map<String, Double> NEUTRAL = Map.of("Scale", 1.0, "Offset", 0.0);

    private PamSidecar() {}

    /** Refuses a raster beside which such a file says how it is to be read. */
    static void check(Path raster) throws IOException {
        Path file = raster.resolveSibling(raster.getFileName() + ".aux.xml");
        if (!Files.isRegularFile(file)) {
            return;
        }
        Set<String> found = new TreeSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            collect(in, found);
        } catch (XMLStreamException e) {
            throw new SourceException(
                    "has beside it " + file.getFileName()
                            + ", which is no XML, so it is open what it says of the cells",
                    "Remove it, or make it anew.");
        }
        if (!found.isEmpty()) {
            throw new SourceException(
                    "has beside it " + file.getFileName() + ", which gives " + String.join(", ", found)
                            + "; that is not read",
                    "Bring it into the file, as by gdal_translate IN OUT, or remove it where it is out of date.");
        }
    }

    private static void collect(InputStream in, Set<String> found) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && THAT_COUNT.contains(xml.getLocalName())) {
                String name = xml.getLocalName();
                if (!NEUTRAL.containsKey(name) || !isNumber(xml.getElementText(), NEUTRAL.get(name))) {
                    found.add(name);
                }
            }
        }
    }

    private static boolean isNumber(String text, double wanted) {
        try {
            return Numbers.parse(text) == wanted;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
