package org.headroom.export.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.export.BaseName;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.Heading;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.FileDraft;
import org.headroom.export.FileDraft.Content;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.WrittenFile;
import org.headroom.export.table.TableCsv;

/**
 * Writes a ranking as {@code ranked.csv}, as {@link TableCsv} does, behind a byte order mark, by which Excel knows UTF-8; and
 * {@code ranked-fields.csv} beside it: name, unit and meaning of each column. A cell without a value is empty; decimals stand behind a point.
 */
public final class CsvExport implements ExportFormat {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public ExportResult write(Publication ranking) {
        BaseName.check(ranking.baseName());
        List<WrittenFile> files = new ArrayList<>();
        boolean done = false;
        try {
            files.add(file(ranking, ".csv", ranking.table()));
            files.add(file(ranking, "-fields.csv", fields(ranking.table().columns())));
            done = true;
        } finally {
            if (!done) {
                files.forEach(written -> FileDraft.deleteQuietly(written.file()));
            }
        }
        return new ExportResult(files, Map.of());
    }

    private static WrittenFile file(Publication ranking, String ending, RankedTable table) {
        Content content = out -> {
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            TableCsv.write(table, out);
        };
        return FileDraft.write(ranking.folder().resolve(ranking.baseName() + ending), content);
    }

    /** What the columns mean, as a table; its own coordinates are empty. */
    private static RankedTable fields(List<ExportColumn> columns) {
        List<Heading> all = new ArrayList<>();
        columns.forEach(column -> all.add(column.heading()));
        String degrees = "degrees";
        all.add(ExportColumn.text("longitude", degrees, "degrees east, EPSG:4326", row -> null)
                .heading());
        all.add(ExportColumn.text("latitude", degrees, "degrees north, EPSG:4326", row -> null)
                .heading());
        return RankedTable.inMemory(
                all.size(),
                row -> Double.NaN,
                row -> Double.NaN,
                List.of(
                        ExportColumn.text("field", "1", "Name of the column", row -> all.get(row)
                                .name()),
                        ExportColumn.text("unit", "1", "Its unit; 1 where there is none", row -> all.get(row)
                                .unit()),
                        ExportColumn.text("meaning", "1", "What it says", row -> all.get(row)
                                .description())));
    }
}
