package org.headroom.export.shapefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Publication;
import org.headroom.export.PublishedTable;
import org.headroom.export.WrittenFile;

/** The shapefile among the formats of a run. */
public final class ShapefileFormat implements ExportFormat {
    @Override
    public String id() {
        return "shapefile";
    }

    @Override
    public ExportResult write(Publication ranking) {
        ShapefileResult written = ShapefileWriter.write(
                ranking.table(), ranking.evaluationDate(), ranking.folder(), ranking.baseName(), ranking.threads());
        return new ExportResult(
                written.files().stream().collect(Collectors.toMap(WrittenFile::file, WrittenFile::sha256)),
                written.columns().stream().collect(Collectors.toMap(DbfColumn::column, DbfColumn::dbfName)));
    }

    @Override
    public List<String> files(String baseName) {
        return List.of(baseName + ".dbf", baseName + "_");
    }

    @Override
    public PublishedTable open(Path folder, String baseName, Map<String, String> shortNames) throws IOException {
        return PublishedShapefile.open(folder, baseName, shortNames);
    }
}
