package org.headroom.layers.format.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.headroom.layers.format.CellError;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SerialDays;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.layers.format.table.SheetSurvey.Range;
import org.jspecify.annotations.Nullable;

/** One sheet of an Excel workbook. Dates are the plain serial numbers of the sheet; {@link #day} turns them into days. */
final class XlsxSource implements RecordSource {
    private static final String ADVICE = "Open and save it again in a spreadsheet program.";

    private final ReadableWorkbook workbook;
    private final boolean date1904;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns;
    private final List<String> notes = new ArrayList<>();
    private final FillDown fillDown;
    private @Nullable Row ahead;
    private long number;
    /** 1 when rows have no numbers, else 0. */
    private int unnumbered;

    private int firstHidden;
    private int hidden;

    XlsxSource(Path file, ReadOptions options) throws IOException {
        try (WorkbookParts parts = WorkbookParts.open(file)) {
            this.workbook = open(file);
            try {
                SheetChoice choice = SheetChoice.of(workbook, parts, options.sheet());
                this.date1904 = workbook.isDate1904();
                this.notes.addAll(choice.notes());
                List<Range> merged = parts.merged(choice.sheet().getId());
                this.stream = stream(choice.sheet());
                this.rows = stream.iterator();
                ahead = advance();
                List<List<@Nullable Object>> header = header(options);
                int first = options.headerRow() == 0 ? 1 : options.headerRow() + options.headerRows();
                while (ahead != null && number(ahead) < first + options.skipRows()) {
                    ahead = advance();
                }
                this.columns = header.isEmpty()
                        ? TableHeader.numbered(ahead == null ? 0 : ahead.getCellCount())
                        : TableHeader.named(header, merging(merged, options));
                this.fillDown = new FillDown(options.fillDown(), columns);
                noteMerged(merged, first + options.skipRows(), options);
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
        }
    }

    private static Stream<Row> stream(Sheet sheet) throws IOException {
        try {
            return sheet.openStream();
        } catch (RuntimeException e) {
            throw new SourceException("has a sheet that cannot be read: " + words(e), ADVICE);
        }
    }

    private List<List<@Nullable Object>> header(ReadOptions options) throws IOException {
        int first = options.headerRow();
        int last = first == 0 ? 0 : first + options.headerRows() - 1;
        List<List<@Nullable Object>> header = new ArrayList<>();
        while (ahead != null && number(ahead) <= last) {
            while (header.size() < number(ahead) - first) {
                header.add(List.of());
            }
            if (number(ahead) >= first) {
                header.add(cells(ahead));
            }
            ahead = advance();
        }
        if (first > 0 && header.stream().allMatch(List::isEmpty)) {
            throw new SourceException(
                    "sheet row " + first + " is empty or missing, so there is no header",
                    "Check source.headerRow and source.sheet.");
        }
        return header;
    }

    /** How cells of the header are merged; null where none is. */
    private static TableHeader.@Nullable Merged merging(List<Range> merged, ReadOptions options) {
        int first = options.headerRow();
        List<Range> ranges = merged.stream()
                .filter(r -> r.firstRow() >= first && r.firstRow() < first + options.headerRows())
                .toList();
        return ranges.isEmpty()
                ? null
                : (row, column) ->
                        ranges.stream().anyMatch(r -> r.holds(row + first, column) && r.holds(row + first, column + 1));
    }

    private void noteMerged(List<Range> merged, int first, ReadOptions options) {
        for (Range range : merged) {
            String name = range.firstColumn() <= columns.size() ? columns.get(range.firstColumn() - 1) : "";
            if (range.firstRow() >= first
                    && range.lastRow() > range.firstRow()
                    && !options.fillDown().contains(name)) {
                String column = SheetSurvey.letters(range.firstColumn());
                notes.add("cells are merged over several rows, such as " + column + range.firstRow() + " to " + column
                        + range.lastRow()
                        + ", and only the first row has their value; if it stands for all of them, say"
                        + " fillDown: [\"" + name + "\"] in source");
                return;
            }
        }
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (hidden > 0) {
            all.add((hidden == 1
                            ? "1 row of the sheet is hidden, row "
                            : hidden + " rows of the sheet are hidden, the first is row ")
                    + firstHidden + "; hidden rows were read like all others, so delete what does not count");
        }
        return all;
    }

    /** By this workbook's date system; the time of day is cut off. */
    @Override
    public LocalDate day(double serial) {
        return date1904 ? SerialDays.of1904(serial) : SerialDays.of1900(serial);
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
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            boolean isBlank = true;
            boolean isTooLong = false;
            for (int i = 0; i < row.getCellCount(); i++) {
                Object value = value(row.getCell(i));
                isBlank &= value == null;
                isTooLong |= value != null && i >= values.length;
                if (i < values.length) {
                    values[i] = value;
                }
            }
            if (isBlank) {
                continue;
            }
            if (row.isHidden() && hidden++ == 0) {
                firstHidden = number(row);
            }
            number++;
            if (isTooLong) {
                fillDown.passOver(values);
                return ValuesRecord.damaged(
                        number, values, "the row is too long: more cells than the header has columns");
            }
            fillDown.fill(values);
            return new ValuesRecord(number, values, null, null);
        }
        return null;
    }

    /** From 1. The library counts from 0 where rows have no number of their own, which they need not have. */
    private int number(Row row) {
        return row.getRowNum() + unnumbered;
    }

    private @Nullable Row advance() throws IOException {
        try {
            Row row = rows.hasNext() ? rows.next() : null;
            unnumbered = row != null && row.getRowNum() == 0 ? 1 : unnumbered;
            return row;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            String place = ahead == null ? "" : " behind row " + number(ahead) + " of the sheet";
            throw new SourceException("cannot be read as XLSX" + place + ": " + words(e), ADVICE);
        }
    }

    /** What is wrong, without names of Java classes. */
    private static String words(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException xml) {
                return "its XML is damaged"
                        + (xml.getLocation() == null
                                ? ""
                                : " at line "
                                        + xml.getLocation().getLineNumber() + ", column "
                                        + xml.getLocation().getColumnNumber());
            }
        }
        return "it holds something that a sheet cannot hold";
    }

    private static List<@Nullable Object> cells(Row row) {
        List<@Nullable Object> out = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            out.add(value(row.getCell(i)));
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
        String text = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (cell.getType() == CellType.STRING && cell.getValue() == null) {
            return new CellError("", "the cell refers to a text that the workbook does not hold");
        }
        if (cell.getType() == CellType.ERROR) {
            return CellError.failed(String.valueOf(text));
        }
        if (cell.getType() == CellType.FORMULA) {
            return result(cell, text);
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** What the formula gave when the workbook was saved. */
    private static @Nullable Object result(Cell cell, @Nullable String text) {
        if (cell.getValue() instanceof Number number) {
            return number.doubleValue();
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth;
        }
        if (text == null) {
            return new CellError(
                    "=" + cell.getFormula(),
                    "the cell holds a formula without its result; open the workbook in a spreadsheet program and save it");
        }
        return text.isBlank() ? null : CellError.isError(text) ? CellError.failed(text) : text;
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            // A number that is none spoils its cell and not the file.
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        } catch (RuntimeException e) {
            throw new SourceException("is not an XLSX workbook: " + words(e), "Check source.format.");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
