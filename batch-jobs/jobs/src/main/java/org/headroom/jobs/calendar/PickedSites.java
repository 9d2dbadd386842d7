package org.headroom.jobs.calendar;

import java.util.Arrays;
import org.headroom.model.SiteOrigin;
import org.headroom.runs.store.SiteRows;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Some sites of a block, as rows and as a block of their own. */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record PickedSites(SiteBlock all, int[] rows) implements SiteBlock, SiteRows {
    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public String siteId(int row) {
        return all.siteId(rows[row]);
    }

    @Override
    public SiteOrigin origin(int row) {
        return all.origin(rows[row]);
    }

    @Override
    public double[] longitudes() {
        return gather(all.longitudes());
    }

    @Override
    public double[] latitudes() {
        return gather(all.latitudes());
    }

    @Override
    public double[] numbers(String attribute) {
        return gather(all.numbers(attribute));
    }

    @Override
    @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
    public @Nullable String[] texts(String attribute) {
        @Nullable String[] texts = all.texts(attribute);
        @Nullable String[] picked = new @Nullable String[rows.length];
        for (int row = 0; row < rows.length; row++) {
            picked[row] = texts[rows[row]];
        }
        return picked;
    }

    @Override
    public @Nullable Geometry area(int row) {
        return all.area(rows[row]);
    }

    private double[] gather(double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
