package org.headroom.export;

import java.util.function.IntConsumer;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.headroom.export.ExportColumn.WholeColumn;

/** Tables whose rows can be read only while their window is loaded, as those of a large run. */
public final class WindowedTables {
    private final RankedTable table;
    private final int windowRows;
    private volatile int from;
    private volatile int to;
    private int passes;

    private WindowedTables(RankedTable table, int windowRows) {
        this.table = table;
        this.windowRows = windowRows;
    }

    /** A table that fails when rows are read outside of the loaded window, windows are loaded out of order, or gone through twice. */
    public static RankedTable once(RankedTable table, int windowRows) {
        return new WindowedTables(table, windowRows).make();
    }

    private RankedTable make() {
        IntConsumer check = row -> {
            if (row < from || row >= to) {
                throw new AssertionError("row " + row + " was read, rows " + from + " to " + to + " are loaded");
            }
        };
        return new RankedTable(
                table.rows(),
                windowRows,
                (first, end) -> {
                    passes += first == 0 ? 1 : 0;
                    if (passes > 1 || (first != 0 && first != to) || end - first > windowRows) {
                        throw new AssertionError("rows " + first + " to " + end + " were loaded behind " + to);
                    }
                    from = first;
                    to = end;
                },
                row -> {
                    check.accept(row);
                    return table.longitude().applyAsDouble(row);
                },
                row -> {
                    check.accept(row);
                    return table.latitude().applyAsDouble(row);
                },
                table.extent(),
                table.columns().stream().map(column -> checked(column, check)).toList());
    }

    private static ExportColumn checked(ExportColumn column, IntConsumer check) {
        if (column instanceof TextColumn c) {
            return new TextColumn(c.heading(), row -> {
                check.accept(row);
                return c.value().apply(row);
            });
        } else if (column instanceof Utf8Column c) {
            return new Utf8Column(c.heading(), c.longestBytes(), (row, out, at) -> {
                check.accept(row);
                return c.value().copy(row, out, at);
            });
        } else if (column instanceof CodedColumn c) {
            return new CodedColumn(c.heading(), c.texts(), row -> {
                check.accept(row);
                return c.code().applyAsInt(row);
            });
        } else if (column instanceof NumberColumn c) {
            return new NumberColumn(
                    c.heading(),
                    c.decimals(),
                    row -> {
                        check.accept(row);
                        return c.value().applyAsDouble(row);
                    },
                    c.range());
        }
        WholeColumn c = (WholeColumn) column;
        return new WholeColumn(
                c.heading(),
                row -> {
                    check.accept(row);
                    return c.value().applyAsLong(row);
                },
                c.isDay(),
                c.range());
    }
}
