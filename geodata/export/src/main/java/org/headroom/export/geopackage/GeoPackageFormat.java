package org.headroom.export.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Publication;
import org.headroom.export.PublishedTable;

/** The GeoPackage among the formats of a run. */
public final class GeoPackageFormat implements ExportFormat {
    @Override
    public String id() {
        return "geopackage";
    }

    @Override
    public ExportResult write(Publication ranking) {
        GeoPackageWriter.write(
                ranking.table(), ranking.issues(), ranking.evaluationDate(), ranking.folder(), ranking.baseName());
        return new ExportResult(Map.of(), Map.of());
    }

    @Override
    public List<String> files(String baseName) {
        return List.of(baseName + ".gpkg");
    }

    @Override
    public PublishedTable open(Path folder, String baseName, Map<String, String> shortNames) throws IOException {
        return PublishedGeoPackage.open(folder.resolve(baseName + ".gpkg"));
    }
}
