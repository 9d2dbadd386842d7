package org.headroom.jobs.measure;

import java.util.Arrays;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** One site at each of several places, as a block: it has the site's attributes and no area. */
final class PlacesOfSite implements SiteBlock {
    private final SiteBlock alone;
    private final double[] longitudes;
    private final double[] latitudes;

    /** @param alone a block of the site alone */
    PlacesOfSite(SiteBlock alone, double[] longitudes, double[] latitudes) {
        this.alone = alone;
        this.longitudes = longitudes;
        this.latitudes = latitudes;
    }

    /** The same places with another object for the site, as a thread that was left may still use this one. */
    PlacesOfSite with(SiteBlock other) {
        return new PlacesOfSite(other, longitudes, latitudes);
    }

    /** Number of places, which may be 0. */
    @Override
    public int size() {
        return longitudes.length;
    }

    @Override
    public String siteId(int place) {
        return alone.siteId(0);
    }

    @Override
    public SiteOrigin origin(int place) {
        return alone.origin(0);
    }

    @Override
    public double[] longitudes() {
        return longitudes;
    }

    @Override
    public double[] latitudes() {
        return latitudes;
    }

    @Override
    public double[] numbers(String attribute) {
        double[] numbers = new double[size()];
        Arrays.fill(numbers, alone.numbers(attribute)[0]);
        return numbers;
    }

    @Override
    @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
    public @Nullable String[] texts(String attribute) {
        @Nullable String[] texts = new @Nullable String[size()];
        Arrays.fill(texts, alone.texts(attribute)[0]);
        return texts;
    }
}
