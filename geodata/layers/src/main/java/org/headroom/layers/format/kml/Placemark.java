package org.headroom.layers.format.kml;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Reads a placemark: what KML itself knows of it, its ExtendedData, and its shape. Used again for the next one. Not safe for several threads. */
final class Placemark {
    /** What KML itself knows, in the order of the columns: the attribute id, elements, and the names of the folders round it. */
    static final List<String> OWN =
            List.of("id", "name", "description", "address", "phoneNumber", "when", "begin", "end", "folder");

    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, String> data = new LinkedHashMap<>();
    private final ShapeReader shapes = new ShapeReader();
    private final Unread unread;
    private @Nullable String problem;

    /** @param unread counts what is passed over */
    Placemark(Unread unread) {
        this.unread = unread;
    }

    /** Values of those of {@link #OWN} that it has. */
    Map<String, String> own() {
        return own;
    }

    /** Values of its ExtendedData, by name; empty where one is named that has none. */
    Map<String, String> data() {
        return data;
    }

    @Nullable
    Geometry shape() {
        return shapes.shape();
    }

    /** Why it cannot be read, without a full stop; null when it can. */
    @Nullable
    String damage() {
        return problem == null ? shapes.problem() : problem;
    }

    /**
     * Reads the placemark where the cursor stands.
     *
     * @param folder names of the folders round it; empty for none
     * @param withShape whether its shape is wanted
     */
    void read(XmlCursor xml, String folder, boolean withShape) throws IOException {
        own.clear();
        data.clear();
        shapes.begin();
        problem = null;
        put(own, "id", xml.attribute("id"));
        put(own, "folder", folder.isEmpty() ? null : folder);
        while (xml.nextChild()) {
            String element = xml.name();
            switch (element) {
                case "name", "description", "address", "phoneNumber" -> putOwn(element, xml.text());
                case "TimeStamp", "TimeSpan" -> readTime(xml);
                case "ExtendedData" -> readData(xml);
                default -> {
                    if (withShape && ShapeReader.isShape(element)) {
                        shapes.read(xml);
                    } else {
                        xml.skip();
                    }
                }
            }
        }
    }

    private void readTime(XmlCursor xml) throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "when", "begin", "end" -> putOwn(xml.name(), xml.text());
                default -> xml.skip();
            }
        }
    }

    private void readData(XmlCursor xml) throws IOException {
        boolean isOther = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Data" -> {
                    String name = xml.attribute("name");
                    String value = null;
                    while (xml.nextChild()) {
                        if (xml.name().equals("value") && value == null) {
                            value = xml.text();
                        } else if (xml.name().equals("value")) {
                            xml.skip();
                            problem("its Data \"" + name + "\" has several values");
                        } else {
                            xml.skip();
                        }
                    }
                    putData(name, value);
                }
                case "SchemaData" -> {
                    while (xml.nextChild()) {
                        if (xml.name().equals("SimpleData")) {
                            putData(xml.attribute("name"), xml.text());
                        } else {
                            isOther = true;
                            xml.skip();
                        }
                    }
                }
                default -> {
                    isOther = true;
                    xml.skip();
                }
            }
        }
        if (isOther) {
            unread.otherData();
        }
    }

    private void putData(@Nullable String name, @Nullable String value) {
        if (name == null) {
            unread.otherData();
        } else if (data.containsKey(name)) {
            problem("its ExtendedData name \"" + name + "\" twice");
        } else {
            data.put(name, value == null ? "" : value);
        }
    }

    private void putOwn(String name, @Nullable String value) {
        String before = own.get(name);
        if (value != null && before != null && !before.equals(value)) {
            problem("it has several elements " + name);
        }
        put(own, name, value);
    }

    private void problem(String found) {
        problem = problem == null ? found : problem;
    }

    private static void put(Map<String, String> to, String name, @Nullable String value) {
        if (value != null) {
            to.putIfAbsent(name, value);
        }
    }
}
