package org.headroom.export.kml;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Colours of the tiers, from viridis (Smith and van der Walt, 2015), which colour-blind people can read. */
final class TierStyle {
    static final String EXCLUDED = "excluded";

    /** As KML writes them: opacity, blue, green, red. */
    private static final String[] COLOURS = {"ff25e7fd", "ff62c95e", "ff8c9121", "ff8b523b", "ff540144"};

    private static final String GREY = "a0aaaaaa";

    private TierStyle() {}

    /** Id of the style of a tier; the best for a text that is no tier. */
    static String of(String tier) {
        int number = tier.matches("\\d{1,3}") ? Integer.parseInt(tier) : 0;
        return "tier" + Math.min(number, COLOURS.length - 1);
    }

    static void writeAll(XMLStreamWriter xml) throws XMLStreamException {
        for (int tier = 0; tier < COLOURS.length; tier++) {
            write(xml, "tier" + tier, COLOURS[tier], "0.9");
        }
        write(xml, EXCLUDED, GREY, "0.5");
    }

    private static void write(XMLStreamWriter xml, String id, String colour, String scale) throws XMLStreamException {
        xml.writeStartElement("Style");
        xml.writeAttribute("id", id);
        xml.writeStartElement("IconStyle");
        Placemark.element(xml, "color", colour);
        Placemark.element(xml, "scale", scale);
        xml.writeEndElement();
        xml.writeStartElement("LabelStyle");
        Placemark.element(xml, "scale", "0");
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
