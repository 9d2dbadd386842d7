package org.headroom.queuepressure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;

/**
 * Lawrence Berkeley National Laboratory, Queued Up, data file of May 2021 (end of 2020), as layers. Queue dates are texts
 * (month/day/year) in the sheets withdrawn and completed and day counts from 1899-12-30 in the sheet active, as are dates of
 * service; withdrawal dates are day counts from 1960-01-01. NYISO writes years with two digits: 98 and 99 come out as 2098 and 2099,
 * after their ends, and are not believed.
 */
final class LbnlWorkbook {
    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);
    private static final LocalDate STATA = LocalDate.of(1960, 1, 1);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("M/d/[uuuu][uu]", Locale.ROOT);

    private LbnlWorkbook() {}

    static List<FeatureLayer> layers(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            return List.of(
                    layer(workbook, 0, "active", "ACTIVE", "q_date_clean", "", ""),
                    layer(workbook, 1, "withdrawn", "WITHDRAWN", "q_date", "withdrawnDate", "wd_date"),
                    layer(workbook, 2, "completed", "OPERATIONAL", "q_date", "inServiceDate", "on_date"));
        }
    }

    private static FeatureLayer layer(
            ReadableWorkbook workbook,
            int ordinal,
            String sheet,
            String status,
            String entryColumn,
            String endField,
            String endColumn)
            throws IOException {
        List<Row> rows = workbook.findSheet(sheet).orElseThrow().read();
        Map<String, Integer> columns = new HashMap<>();
        Row header = rows.get(0);
        for (int i = 0; i < header.getCellCount(); i++) {
            columns.put(header.getCellText(i), i);
        }
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "lbnl-" + sheet)
                .ordinal(ordinal)
                .asOf(LocalDate.of(2020, 12, 31));
        LocalDate endEpoch = endColumn.startsWith("wd") ? STATA : EXCEL;
        for (Row row : rows.subList(1, rows.size())) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("side", "GENERATION");
            fields.put("queueStatus", status);
            row.getCellAsString(columns.get("entity")).ifPresent(market -> fields.put("market", market));
            date(row, columns.get(entryColumn), EXCEL).ifPresent(day -> fields.put("queueDate", day));
            if (!endField.isEmpty()) {
                date(row, columns.get(endColumn), endEpoch).ifPresent(day -> fields.put(endField, day));
            }
            layer.notLocated(sheet + "-" + row.getRowNum(), fields);
        }
        return layer.build();
    }

    private static Optional<LocalDate> date(Row row, int column, LocalDate epoch) {
        Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Optional.empty();
        }
        if (cell.getType() == CellType.NUMBER) {
            return Optional.of(epoch.plusDays(cell.asNumber().intValue()));
        }
        try {
            return Optional.of(LocalDate.parse(cell.getText(), TEXT));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
