package org.headroom.runs.table;

/** The codes of the rows of a window. */
final class CodeColumn implements Window.Column {
    private final CodeSource source;
    private final Window window;
    private int[] codes = new int[0];

    CodeColumn(CodeSource source, Window window) {
        this.source = source;
        this.window = window;
    }

    @Override
    public int rowBytes() {
        return Integer.BYTES;
    }

    @Override
    public void begin(int size) {
        if (codes.length != size) {
            codes = new int[size];
        }
    }

    @Override
    public void read(int pass, int firstSite, int count, int[] siteOf, int[] rowOf, int from, int to) {
        int[] block = new int[count];
        source.read(firstSite, count, block);
        for (int i = from; i < to; i++) {
            codes[rowOf[i]] = block[siteOf[i] - firstSite];
        }
    }

    /** The code of a row of the whole ranking. */
    int at(int row) {
        return codes[row - window.first()];
    }
}
