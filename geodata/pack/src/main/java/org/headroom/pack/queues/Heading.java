package org.headroom.pack.queues;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Row;

/** The column names of a sheet whose header is not always its first row. */
final class Heading {
    private final Map<String, Integer> columns = new HashMap<>();

    private Heading(Row header) {
        for (int column = 0; column < header.getCellCount(); column++) {
            columns.putIfAbsent(plain(header.getCellText(column)), column);
        }
    }

    /** The rows below the first one that has a column of that name, for reading by column names. */
    static List<Cells> below(List<Row> rows, String column) {
        List<Cells> found = new ArrayList<>();
        Heading heading = null;
        for (Row row : rows) {
            if (heading != null) {
                found.add(heading.cells(row));
            } else if (row.stream()
                    .anyMatch(cell -> cell != null && plain(cell.getText()).equals(column))) {
                heading = new Heading(row);
            }
        }
        if (heading == null) {
            throw new IllegalStateException("no row of the sheet has a column named " + column);
        }
        return found;
    }

    static Cells of(NamedCsvRecord row) {
        return column -> row.getField(column).strip();
    }

    private Cells cells(Row row) {
        return column -> {
            Integer at = columns.get(column);
            if (at == null) {
                throw new IllegalStateException("the sheet has no column " + column);
            }
            return at < row.getCellCount() && row.getCell(at) != null
                    ? row.getCellText(at).strip()
                    : "";
        };
    }

    private static String plain(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }

    /** A row, cell by cell. */
    interface Cells {
        /** Text of the cell without outer blanks, empty when there is nothing. */
        String text(String column);
    }
}
