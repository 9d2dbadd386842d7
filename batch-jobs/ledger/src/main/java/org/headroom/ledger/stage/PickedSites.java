package org.headroom.ledger.stage;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Some sites of a block as a block of their own, each as one of two runs knows it. Not safe for several threads. */
final class PickedSites implements SiteBlock {
    private final SiteBlock after;
    private final SiteOfBefore before;
    private final int[] rows;
    private final boolean[] isBefore;
    private final int size;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();

    /** Gives a site of the earlier run, by its row in the block of the later one. */
    @FunctionalInterface
    interface SiteOfBefore {
        /** A block with that site alone. */
        SiteBlock at(int row);
    }

    /**
     * @param rows rows of the block
     * @param isBefore whether the earlier run's word counts, by place in {@code rows}
     * @param size how many of the rows count
     */
    PickedSites(SiteBlock after, SiteOfBefore before, int[] rows, boolean[] isBefore, int size) {
        this.after = after;
        this.before = before;
        this.rows = rows;
        this.isBefore = isBefore;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String siteId(int site) {
        return after.siteId(rows[site]);
    }

    @Override
    public SiteOrigin origin(int site) {
        return SiteOrigin.valueOf(Objects.requireNonNull(texts(SiteAttributes.ORIGIN)[site]));
    }

    @Override
    public double[] longitudes() {
        return numbers.computeIfAbsent("longitude", name -> {
            double[] picked = new double[size];
            for (int i = 0; i < size; i++) {
                picked[i] = isBefore[i] ? before.at(rows[i]).longitudes()[0] : after.longitudes()[rows[i]];
            }
            return picked;
        });
    }

    @Override
    public double[] latitudes() {
        return numbers.computeIfAbsent("latitude", name -> {
            double[] picked = new double[size];
            for (int i = 0; i < size; i++) {
                picked[i] = isBefore[i] ? before.at(rows[i]).latitudes()[0] : after.latitudes()[rows[i]];
            }
            return picked;
        });
    }

    @Override
    public double[] numbers(String attribute) {
        return numbers.computeIfAbsent(attribute, name -> {
            double[] all = after.numbers(name);
            double[] picked = new double[size];
            for (int i = 0; i < size; i++) {
                picked[i] = isBefore[i] ? before.at(rows[i]).numbers(name)[0] : all[rows[i]];
            }
            return picked;
        });
    }

    @Override
    @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
    public @Nullable String[] texts(String attribute) {
        return texts.computeIfAbsent(attribute, name -> {
            @Nullable String[] all = after.texts(name);
            @Nullable String[] picked = new @Nullable String[size];
            for (int i = 0; i < size; i++) {
                picked[i] = isBefore[i] ? before.at(rows[i]).texts(name)[0] : all[rows[i]];
            }
            return picked;
        });
    }
}
