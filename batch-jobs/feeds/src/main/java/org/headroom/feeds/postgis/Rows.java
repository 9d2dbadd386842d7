package org.headroom.feeds.postgis;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.RankedTable;
import org.headroom.runs.table.Ranking;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Streams the rows of a run to the server by COPY. Nothing is null but what is not known; an empty text stays one. */
final class Rows {
    private static final int BUFFER = 1 << 16;
    private static final String NUL = "\u0000";

    private final Connection connection;
    private final String schema;
    private final String project;
    private final String night;

    Rows(Connection connection, String schema, String project, String night) {
        this.connection = connection;
        this.schema = schema;
        this.project = project;
        this.night = night;
    }

    /** Fills a table of the schema. */
    private interface Filler {
        void fill(CsvWriter rows) throws IOException;
    }

    void writeSites(Ranking ranking) throws SQLException, IOException {
        RankedTable table = ranking.table();
        List<ExportColumn> columns = table.columns().stream()
                .filter(column -> !column.name().equals("project"))
                .toList();
        List<String> names = new ArrayList<>(List.of("project", "night", "geom", "area_geom"));
        columns.forEach(column -> names.add(column.name()));
        copy("sites", names, rows -> {
            @Nullable String[] cells = new String[names.size()];
            cells[0] = project;
            cells[1] = night;
            int to = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (row == to) {
                    to = table.load(row);
                }
                cells[2] = "SRID=4326;POINT(" + table.longitude().applyAsDouble(row) + " "
                        + table.latitude().applyAsDouble(row) + ")";
                byte[] area = ranking.areas().wkb(row);
                cells[3] = area == null ? null : ExtendedWkb.hex(area);
                for (int i = 0; i < columns.size(); i++) {
                    cells[4 + i] = cell(columns.get(i), row);
                }
                rows.writeRecord(cells);
            }
        });
    }

    /** @param file may be missing: a first night has none */
    void writeMoves(Path file) throws SQLException, IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (CsvReader<NamedCsvRecord> moves = CsvReader.builder().ofNamedCsvRecord(file)) {
            var all = moves.iterator();
            if (!all.hasNext()) {
                return;
            }
            NamedCsvRecord first = all.next();
            List<String> names = new ArrayList<>(List.of("project", "night"));
            names.addAll(first.getHeader());
            copy("moves", names, rows -> {
                for (NamedCsvRecord move = first; ; move = all.next()) {
                    List<@Nullable String> cells = new ArrayList<>(List.of(project, night));
                    move.getFields().forEach(text -> cells.add(text.isEmpty() ? null : clean(text)));
                    rows.writeRecord(cells);
                    if (!all.hasNext()) {
                        return;
                    }
                }
            });
        } catch (CsvParseException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private void copy(String table, List<String> columns, Filler filler) throws SQLException, IOException {
        String list = columns.stream()
                .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(", "));
        String copy = "COPY \"" + schema + "\"." + table + " (" + list + ") FROM STDIN (FORMAT csv, ENCODING 'UTF8')";
        try (PGCopyOutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy, BUFFER);
                CsvWriter rows = CsvWriter.builder()
                        .quoteStrategy(QuoteStrategies.EMPTY)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            filler.fill(rows);
        }
    }

    private static @Nullable String cell(ExportColumn column, int row) {
        if (column instanceof NumberColumn number) {
            double value = number.value().applyAsDouble(row);
            return Double.isNaN(value) ? null : Double.toString(value);
        }
        String text = column.text(row);
        return text == null ? null : clean(text);
    }

    /** A server takes no text with a character of code 0. */
    private static String clean(String text) {
        return text.replace(NUL, "\uFFFD");
    }
}
