package org.headroom.runs.table;

import org.headroom.columns.TextBlock;
import org.headroom.export.ExportColumn;

/** The texts of the rows of a window as the whole numbers that they are. */
final class WholeColumn implements Window.Column {
    private final TextSource source;
    private final Window window;
    private long[] values = new long[0];

    WholeColumn(TextSource source, Window window) {
        this.source = source;
        this.window = window;
    }

    @Override
    public void begin(int size) {
        if (values.length != size) {
            values = new long[size];
        }
    }

    @Override
    public void read(int pass, int firstSite, int count, int[] siteOf, int[] rowOf, int from, int to) {
        TextBlock block = source.read(firstSite, count);
        for (int i = from; i < to; i++) {
            int text = siteOf[i] - firstSite;
            values[rowOf[i]] = block.isMissing(text) ? ExportColumn.MISSING : block.parseWhole(text);
        }
    }

    /** The number of a row of the whole ranking. */
    long at(int row) {
        return values[row - window.first()];
    }
}
