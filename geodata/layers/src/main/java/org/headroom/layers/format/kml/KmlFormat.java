package org.headroom.layers.format.kml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** KML, plain or in a zip (KMZ). */
public final class KmlFormat implements RecordFormat {
    @Override
    public String id() {
        return "kml";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.KML, FileContent.XML, FileContent.KMZ, FileContent.ZIP);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".kml", ".kmz");
    }

    @Override
    public List<Path> files(SourceAddress source) {
        Path zip = KmlFile.KIND.find(source);
        return List.of(zip == null ? source.file() : zip);
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        KmlFile file = KmlFile.of(source);
        try {
            return new KmlSource(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
