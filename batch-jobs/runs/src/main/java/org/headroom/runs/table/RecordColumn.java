package org.headroom.runs.table;

/** The deciding records of the rows of a window. */
final class RecordColumn implements Window.Column {
    private final RecordSource source;
    private final Window window;
    private long[] records = new long[0];

    RecordColumn(RecordSource source, Window window) {
        this.source = source;
        this.window = window;
    }

    @Override
    public void begin(int size) {
        if (records.length != size) {
            records = new long[size];
        }
    }

    @Override
    public void read(int pass, int firstSite, int count, int[] siteOf, int[] rowOf, int from, int to) {
        long[] block = new long[count];
        source.read(firstSite, count, block);
        for (int i = from; i < to; i++) {
            records[rowOf[i]] = block[siteOf[i] - firstSite];
        }
    }

    /** The record of a row of the whole ranking. */
    long at(int row) {
        return records[row - window.first()];
    }
}
