package org.headroom.layers.format.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SerialDays;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** One sheet of an Excel workbook. Dates are the plain serial numbers of the sheet; {@link #day} turns them into days. */
final class XlsxSource implements RecordSource {
    private static final long MAX_UNPACKED_BYTES = 4L << 30;

    private final ReadableWorkbook workbook;
    private final boolean date1904;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns;
    private @Nullable Row ahead;
    private long number;

    XlsxSource(Path file, ReadOptions options) throws IOException {
        checkSize(file);
        this.workbook = open(file);
        try {
            this.date1904 = workbook.isDate1904();
            this.stream = sheet(options.sheet()).openStream();
            this.rows = stream.iterator();
            int first = options.headerRow() + 1;
            List<@Nullable Object> header = null;
            ahead = advance();
            while (ahead != null && ahead.getRowNum() < first) {
                if (ahead.getRowNum() == options.headerRow()) {
                    header = cells(ahead, ahead.getCellCount());
                }
                ahead = advance();
            }
            if (options.headerRow() > 0 && header == null) {
                throw new SourceException(
                        "sheet row " + options.headerRow() + " is empty or missing, so there is no header",
                        "Check source.headerRow and source.sheet.");
            }
            while (ahead != null && ahead.getRowNum() < first + options.skipRows()) {
                ahead = advance();
            }
            this.columns = header != null
                    ? TableHeader.named(header)
                    : TableHeader.numbered(ahead == null ? 0 : ahead.getCellCount());
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** By this workbook's date system; the time of day is cut off. */
    @Override
    public LocalDate day(double serial) {
        return (date1904 ? SerialDays.EPOCH_1904 : SerialDays.EPOCH_1900).plusDays((long) Math.floor(serial));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<String> findCrs() {
        return Optional.empty();
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (ahead != null) {
            Row row = ahead;
            ahead = advance();
            List<@Nullable Object> cells = cells(row, Math.max(columns.size(), row.getCellCount()));
            if (cells.stream().allMatch(c -> c == null)) {
                continue;
            }
            number++;
            @Nullable Object[] values = cells.subList(0, columns.size()).toArray();
            for (Object beyond : cells.subList(columns.size(), cells.size())) {
                if (beyond != null) {
                    return ValuesRecord.damaged(
                            number, values, "the row is too long: more cells than the header has columns");
                }
            }
            return new ValuesRecord(number, values, null, null);
        }
        return null;
    }

    private @Nullable Row advance() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw new SourceException(
                    "cannot be read as XLSX after record " + number + ": " + e.getMessage(),
                    "Open and save it again in a spreadsheet program.");
        }
    }

    private static List<@Nullable Object> cells(Row row, int count) {
        List<@Nullable Object> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            out.add(i < row.getCellCount() ? value(row.getCell(i)) : null);
        }
        return out;
    }

    private static @Nullable Object value(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().doubleValue();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean();
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null || text.isBlank() ? null : text;
    }

    private Sheet sheet(@Nullable String name) throws SourceException {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        List<String> names = workbook.getSheets().map(Sheet::getName).toList();
        return workbook.findSheet(name)
                .orElseThrow(() -> new SourceException(
                        "has no sheet \"" + name + "\"" + NearestName.hint(name, names) + " It has: "
                                + String.join(", ", names),
                        "Correct source.sheet."));
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile());
        } catch (RuntimeException e) {
            throw new SourceException("is not an XLSX workbook: " + e.getMessage(), "Check source.format.");
        }
    }

    private static void checkSize(Path file) throws IOException {
        long unpacked = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                unpacked += Math.max(0, e.nextElement().getSize());
            }
        } catch (ZipException e) {
            throw new SourceException("is not an XLSX workbook: " + e.getMessage(), "Check source.format.");
        }
        if (unpacked > MAX_UNPACKED_BYTES) {
            throw new SourceException("unpacks to more than 4 GiB", "Export the sheet as CSV.");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
