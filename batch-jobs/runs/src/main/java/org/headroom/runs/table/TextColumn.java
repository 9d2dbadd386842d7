package org.headroom.runs.table;

import org.headroom.columns.TextBlock;
import org.headroom.export.Utf8Source;

/** The texts of the rows of a window, one behind the other as UTF-8. Read twice: first how long they are, then what they are. */
final class TextColumn implements Window.Column, Utf8Source {
    private final TextSource source;
    private final Window window;
    /** Length of each row's text, complemented where it is missing; then where it ends, likewise. */
    private int[] ends = new int[0];

    private byte[] bytes = new byte[0];

    TextColumn(TextSource source, Window window) {
        this.source = source;
        this.window = window;
    }

    @Override
    public void begin(int size) {
        if (ends.length != size) {
            ends = new int[size];
        }
    }

    @Override
    public int rowBytes() {
        return 48;
    }

    @Override
    public int passes() {
        return 2;
    }

    @Override
    public void read(int pass, int firstSite, int count, int[] siteOf, int[] rowOf, int from, int to) {
        TextBlock block = source.read(firstSite, count);
        for (int i = from; i < to; i++) {
            int text = siteOf[i] - firstSite;
            if (pass > 0) {
                block.copy(text, bytes, start(rowOf[i]));
            } else {
                ends[rowOf[i]] = block.isMissing(text) ? ~0 : block.length(text);
            }
        }
    }

    @Override
    public void passDone(int pass) {
        if (pass > 0) {
            return;
        }
        int end = 0;
        for (int row = 0; row < ends.length; row++) {
            if (ends[row] < 0) {
                ends[row] = ~end;
            } else {
                end = Math.addExact(end, ends[row]);
                ends[row] = end;
            }
        }
        if (bytes.length < end) {
            bytes = new byte[end];
        }
    }

    @Override
    public int copy(int row, byte[] out, int at) {
        int here = row - window.first();
        if (ends[here] < 0) {
            return NONE;
        }
        int start = start(here);
        int length = ends[here] - start;
        System.arraycopy(bytes, start, out, at, length);
        return length;
    }

    private int start(int row) {
        if (row == 0) {
            return 0;
        }
        int before = ends[row - 1];
        return before < 0 ? ~before : before;
    }
}
