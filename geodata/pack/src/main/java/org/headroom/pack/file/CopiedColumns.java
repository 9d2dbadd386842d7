package org.headroom.pack.file;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Some columns of some rows of a raw CSV file, cell by cell as they are.
 *
 * @param from the raw file
 * @param columns names of the columns that are kept, in the order of the pack's file
 * @param header their names in the pack
 * @param wanted which rows are kept
 */
public record CopiedColumns(
        Provenance provenance, String from, List<String> columns, List<String> header, Predicate<NamedCsvRecord> wanted)
        implements PackFile {
    /** Columns that keep their names. */
    public CopiedColumns(Provenance provenance, String from, List<String> columns, Predicate<NamedCsvRecord> wanted) {
        this(provenance, from, columns, columns, wanted);
    }

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        Stream<List<String>> rows = raw.csv(from).stream()
                .filter(wanted)
                .map(row -> columns.stream().map(row::getField).toList());
        return Table.write(target, header, rows);
    }
}
