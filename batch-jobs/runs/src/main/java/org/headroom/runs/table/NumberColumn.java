package org.headroom.runs.table;

/** The numbers of the rows of a window. */
final class NumberColumn implements Window.Column {
    private final NumberSource source;
    private final Window window;
    private double[] values = new double[0];

    NumberColumn(NumberSource source, Window window) {
        this.source = source;
        this.window = window;
    }

    @Override
    public void begin(int size) {
        if (values.length != size) {
            values = new double[size];
        }
    }

    @Override
    public void read(int pass, int firstSite, int count, int[] siteOf, int[] rowOf, int from, int to) {
        double[] block = new double[count];
        source.read(firstSite, count, block);
        for (int i = from; i < to; i++) {
            values[rowOf[i]] = block[siteOf[i] - firstSite];
        }
    }

    /** The number of a row of the whole ranking. */
    double at(int row) {
        return values[row - window.first()];
    }
}
