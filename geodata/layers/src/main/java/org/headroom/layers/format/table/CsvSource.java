package org.headroom.layers.format.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    private final Charset charset;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final List<String> columns;
    private @Nullable CsvRecord ahead;
    private long number;

    CsvSource(Path file, ReadOptions options) throws IOException {
        String encoding = options.encoding();
        int headerRow = options.headerRow();
        this.charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        this.reader = CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(open(file));
        try {
            this.rows = reader.iterator();
            List<String> header = null;
            for (int row = 1; row <= headerRow; row++) {
                CsvRecord read = advance();
                if (read == null) {
                    throw new SourceException(
                            "has " + (row - 1) + " rows, so there is no header row " + headerRow,
                            "Check source.headerRow.");
                }
                header = read.getFields();
            }
            for (int row = 0; row < options.skipRows(); row++) {
                advance();
            }
            ahead = advance();
            if (header != null) {
                columns = TableHeader.named(header);
            } else {
                columns = TableHeader.numbered(ahead == null ? 0 : ahead.getFieldCount());
            }
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
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
            values[i] = field.isBlank() ? null : field;
        }
        if (fields < values.length) {
            return ValuesRecord.damaged(
                    number, values, "the row is too short: fewer fields than the header has columns");
        }
        for (int i = values.length; i < fields; i++) {
            if (!row.getField(i).isBlank()) {
                return ValuesRecord.damaged(
                        number, values, "the row is too long: more fields than the header has columns");
            }
        }
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
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException) {
                    throw new SourceException(
                            "holds bytes after record " + number + " that are not " + charset.name(),
                            "Give the right source.encoding, such as windows-1252.");
                }
            }
            throw new SourceException(
                    "cannot be read as CSV after record " + number + ": " + e.getMessage(),
                    "Check quotes and source.delimiter near that record.");
        }
    }

    private Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(4);
        byte[] start = in.readNBytes(3);
        in.reset();
        Charset actual = charset;
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            in.skipNBytes(3);
            actual = StandardCharsets.UTF_8;
        } else if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            in.skipNBytes(2);
            actual = StandardCharsets.UTF_16LE;
        } else if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            in.skipNBytes(2);
            actual = StandardCharsets.UTF_16BE;
        }
        return new InputStreamReader(
                in,
                actual.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
