package org.headroom.layers.format.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.CellError;
import org.headroom.layers.format.EncodingDoubt;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180, 2005). A byte order mark is passed over. A byte that does not belong to the encoding stops the file, because everything
 * read after it would be a guess. Blank lines between records are not records.
 */
final class CsvSource implements RecordSource {
    /** Far above the largest shape that anybody writes as text into a cell, and read in half a second. */
    private static final int LONGEST_FIELD = 16_000_000;

    private static final int MILLION = 1_000_000;

    private final Charset charset;
    private final EncodingDoubt doubt;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final List<String> columns;
    private final FillDown fillDown;
    private @Nullable CsvRecord ahead;
    private long number;

    CsvSource(Path file, ReadOptions options) throws IOException {
        CsvText text = CsvText.open(file, options);
        this.charset = text.charset();
        this.doubt = new EncodingDoubt(charset);
        this.reader = CsvReader.builder()
                .fieldSeparator(text.delimiter())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text.reader());
        try {
            this.rows = reader.iterator();
            List<List<String>> header = header(options);
            for (int row = 0; row < options.skipRows(); row++) {
                advance();
            }
            ahead = advance();
            if (header.isEmpty()) {
                columns = TableHeader.numbered(ahead == null ? 0 : ahead.getFieldCount());
            } else {
                columns = TableHeader.named(header, null);
                DelimiterDoubt.check(columns, ahead, text.delimiter());
            }
            fillDown = new FillDown(options.fillDown(), columns);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private List<List<String>> header(ReadOptions options) throws IOException {
        int first = options.headerRow();
        int last = first == 0 ? 0 : first + options.headerRows() - 1;
        List<List<String>> header = new ArrayList<>();
        for (int row = 1; row <= last; row++) {
            CsvRecord read = advance();
            if (read == null) {
                throw new SourceException(
                        "has " + (row - 1) + " rows, so there is no header row " + last,
                        options.headerRows() > 1
                                ? "Check source.headerRow and source.headerRows."
                                : "Check source.headerRow.");
            }
            if (row >= first) {
                header.add(read.getFields());
            }
        }
        return header;
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
    public List<String> notes() {
        return doubt.note().stream().toList();
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (ahead != null && isBlank(ahead)) {
            ahead = advance();
        }
        CsvRecord row = ahead;
        if (row == null) {
            return null;
        }
        ahead = advance();
        number++;
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        int fields = row.getFieldCount();
        for (int i = 0; i < Math.min(fields, values.length); i++) {
            String field = row.getField(i);
            doubt.see(field);
            values[i] = field.isBlank() ? null : CellError.isError(field) ? CellError.failed(field) : field;
        }
        if (fields < values.length) {
            fillDown.passOver(values);
            return ValuesRecord.damaged(
                    number, values, "the row is too short: fewer fields than the header has columns");
        }
        for (int i = values.length; i < fields; i++) {
            if (!row.getField(i).isBlank()) {
                fillDown.passOver(values);
                return ValuesRecord.damaged(
                        number, values, "the row is too long: more fields than the header has columns");
            }
        }
        fillDown.fill(values);
        return new ValuesRecord(number, values, null, null);
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 0
                || (row.getFieldCount() == 1 && row.getField(0).isBlank());
    }

    private @Nullable CsvRecord advance() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException | CsvParseException e) {
            long before = ahead == null ? number : number + 1;
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException) {
                    throw new SourceException(
                            "holds bytes after record " + before + " that are not " + charset.name(),
                            "Give the right source.encoding, such as windows-1252.");
                }
            }
            String message = String.valueOf(e.getMessage());
            throw new SourceException(
                    "cannot be read as CSV after record " + before + ": "
                            + (message.contains("buffer size")
                                    ? "a field has more than " + LONGEST_FIELD / MILLION
                                            + " million characters, so a quote is probably opened and not closed"
                                    : message),
                    "Check quotes and source.delimiter near that record.");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
