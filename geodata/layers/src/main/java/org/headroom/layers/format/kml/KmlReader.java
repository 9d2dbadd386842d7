package org.headroom.layers.format.kml;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.layers.format.SourceException;

/** Gives the placemarks of a file, one after the other, through all documents and folders. Not safe for several threads. */
final class KmlReader implements Closeable {
    private final XmlCursor xml;
    private final boolean withShapes;
    private final Unread unread = new Unread();
    private final Placemark placemark = new Placemark(unread);
    /** What is open round the place. */
    private final List<Container> open = new ArrayList<>();

    /** Names of the folders that are open. */
    private String folder = "";

    private boolean isDone;

    /** A document is often called like its file, which says nothing of a record, so the names of folders alone count. */
    private record Container(boolean isFolder, String name) {}

    /** @param withShapes whether the shapes of placemarks are wanted */
    KmlReader(Path file, boolean withShapes) throws IOException {
        this.withShapes = withShapes;
        this.xml = new XmlCursor(file);
        try {
            if (!xml.nextChild() || !xml.name().equals("kml")) {
                throw new SourceException(
                        "is XML, but no KML: its outermost element is " + xml.name(),
                        "Convert it, for example by ogr2ogr to GeoPackage.");
            }
            open.add(new Container(false, ""));
        } catch (IOException | RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    /** Reads the next placemark into {@link #placemark}; false when there is none. */
    boolean next() throws IOException {
        while (!isDone) {
            if (!xml.nextChild()) {
                close(open.size() - 1);
                continue;
            }
            String element = xml.name();
            switch (element) {
                case "Document", "Folder" -> open.add(new Container(element.equals("Folder"), ""));
                case "Placemark" -> {
                    placemark.read(xml, folder, withShapes);
                    return true;
                }
                case "name" -> {
                    String name = xml.text();
                    int innermost = open.size() - 1;
                    if (name != null && innermost >= 0 && open.get(innermost).isFolder) {
                        open.set(innermost, new Container(true, name));
                        nameFolder();
                    }
                }
                default -> {
                    unread.element(element);
                    xml.skip();
                }
            }
        }
        return false;
    }

    private void close(int container) throws IOException {
        if (container < 0) {
            isDone = true;
        } else {
            open.remove(container);
            nameFolder();
        }
    }

    private void nameFolder() {
        folder = open.stream()
                .map(Container::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("/"));
    }

    Placemark placemark() {
        return placemark;
    }

    /** What was passed over; complete when {@link #next} has given false. */
    List<String> notes() {
        return unread.notes();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
