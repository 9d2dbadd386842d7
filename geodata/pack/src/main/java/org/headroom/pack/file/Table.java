package org.headroom.pack.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the pack's tables: CSV in UTF-8, lines ended by LF. */
public final class Table {
    private Table() {}

    /** Writes a table; the number of its rows. */
    public static long write(Path target, List<String> header, Stream<? extends List<String>> rows) throws IOException {
        long count = 0;
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target)) {
            csv.writeRecord(header);
            for (Iterator<? extends List<String>> each = rows.iterator(); each.hasNext(); count++) {
                csv.writeRecord(each.next());
            }
        }
        return count;
    }
}
