package org.headroom.export.shapefile;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.export.ExportColumn;

/** The table beside a shapefile that says what its fields are, as CSV (RFC 4180): what ten characters and fixed widths cannot. */
final class FieldsTable {
    private static final List<String> HEADER = List.of(
            "field",
            "column",
            "unit",
            "type",
            "width",
            "decimals",
            "unknown",
            "shortened",
            "longestBytes",
            "description");

    private FieldsTable() {}

    /**
     * The table; a column that the shapefile has no room for has no field.
     *
     * @param columns all columns of the ranking
     * @param fields those in the shapefile
     * @param cuts texts that had to be shortened
     */
    static String of(List<ExportColumn> columns, List<DbfColumn> fields, List<CutText> cuts) {
        Map<String, DbfColumn> byColumn =
                fields.stream().collect(Collectors.toMap(DbfColumn::column, Function.identity()));
        Map<String, CutText> cutOf = cuts.stream().collect(Collectors.toMap(CutText::column, Function.identity()));
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(HEADER);
            for (ExportColumn column : columns) {
                DbfColumn field = byColumn.get(column.name());
                CutText cut = cutOf.get(column.name());
                String unit = column.heading().unit();
                if (field == null) {
                    csv.writeRecord(
                            "",
                            column.name(),
                            unit,
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "only in the GeoPackage: " + column.heading().description());
                } else {
                    csv.writeRecord(
                            field.dbfName(),
                            column.name(),
                            unit,
                            String.valueOf(field.type()),
                            Integer.toString(field.width()),
                            Integer.toString(field.decimals()),
                            field.unknown().isEmpty() ? "blank" : field.unknown(),
                            cut == null ? "0" : Integer.toString(cut.rows()),
                            cut == null ? "" : Integer.toString(cut.longestBytes()),
                            column.heading().description());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
