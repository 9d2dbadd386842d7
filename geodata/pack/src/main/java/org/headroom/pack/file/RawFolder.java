package org.headroom.pack.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The folder of raw public files. Safe for use by several threads. */
public final class RawFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder where the raw files lie */
    public RawFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A raw file.
     *
     * @param path its path in the folder
     * @throws NoSuchFileException when it is not there
     */
    public Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "it is one of the raw files of the pack");
        }
        return file;
    }

    /** Records of a CSV file with a header, which may be packed with gzip. */
    public List<NamedCsvRecord> csv(String path) throws IOException {
        try (InputStream bytes = open(path);
                CsvReader<NamedCsvRecord> records =
                        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(bytes);
                Stream<NamedCsvRecord> all = records.stream()) {
            return all.toList();
        }
    }

    /** A JSON file, which may be packed with gzip. */
    public JsonNode json(String path) throws IOException {
        try (InputStream bytes = open(path)) {
            return JSON.readTree(bytes);
        }
    }

    /**
     * Rows of a sheet, the header among them; a cell's text by {@link Row#getCellText}.
     *
     * @throws IOException when the workbook has no such sheet, too
     */
    public List<Row> sheet(String path, String sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file(path).toFile())) {
            return workbook.findSheet(sheet)
                    .orElseThrow(() -> new IOException(path + " has no sheet " + sheet))
                    .read();
        }
    }

    private InputStream open(String path) throws IOException {
        InputStream bytes = Files.newInputStream(file(path));
        return path.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
